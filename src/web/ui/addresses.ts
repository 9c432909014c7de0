/** Where the frame of every page points. The doors of `web/` answer these addresses. */
export const addresses = {
  home: '/',
  procedures: '/thu-tuc',
  lookup: '/tra-cuu',
  dossiers: '/ho-so',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  account: '/tai-khoan',
  /** Where an officer looks for a dossier among those in reach. */
  officerSearch: '/viec/tim',
  officerHome: '/viec',
  help: '/tro-giup',
  counters: '/noi-tiep-nhan',
  terms: '/dieu-khoan',
  accessibility: '/kha-nang-tiep-can',
  violation: '/bao-vi-pham',
  /** Followed by `/vi` or `/en` and `?ve=<address to come back to>`. */
  language: '/ngon-ngu',
} as const

/** The name of the hidden form field that carries the token against forged requests. */
export const csrfField = 'csrf'
