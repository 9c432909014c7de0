import { z } from 'zod'
import type { ClaimNames } from '../law/index.ts'

/** Systems other than ours at which people may sign in: the national portal, VNeID itself, the province's own sign-in for its staff. */
export const loginIds = ['national-portal', 'vneid', 'staff'] as const
export type LoginId = (typeof loginIds)[number]

/** One of them as it is connected here: an OpenID Connect provider, and what its answers are called. */
export type Login = {
  readonly id: LoginId
  readonly issuer: string
  readonly authorize: string
  readonly token: string
  readonly userinfo: string
  readonly jwks: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** The level asked for. */
  readonly acr: string | undefined
  /** Whether the proof of possession of the code is sent; not every system knows it. */
  readonly pkce: boolean
  readonly algorithms: readonly Algorithm[]
  readonly claims: ClaimNames
  /** Where people register an account there. */
  readonly register?: string | undefined
  /** A training twin, and said so wherever it is offered. */
  readonly simulated: boolean
}

/** How an answer may be signed; unsigned ones are never taken. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const
type Algorithm = (typeof algorithms)[number]

/** The last part of the address at which each is begun and comes back: `/dang-nhap/dvcqg`, `/dang-nhap/dvcqg/tro-lai`. */
export const loginPaths = { 'national-portal': 'dvcqg', vneid: 'vneid', staff: 'can-bo' } as const satisfies Record<
  LoginId,
  string
>

/** The names of the national portal's claims (WSO2), as public code that calls it reads them. VNeID gives the short set of the same. */
export const nationalClaims: ClaimNames = {
  subject: 'TechID',
  kind: 'LoaiTaiKhoan',
  identity: 'SoDinhDanh',
  taxCode: ['MaSoThue', 'MaSoDoanhNghiep'],
  name: 'HoVaTen',
  organisation: 'TenDoanhNghiep',
  representative: 'NguoiDaiDien',
  birthDate: 'NgayThangNamSinh',
  level: ['IAL', 'loAs', 'acr'],
}

const portal = 'https://xacthuc.dichvucong.gov.vn'

/** Secrets travel only over TLS; without it only to this very machine. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)
}, 'needs https')

const common = z.strictObject({
  issuer: address,
  authorize: address,
  token: address,
  userinfo: address,
  jwks: address,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z
    .string()
    .regex(/\bopenid\b/)
    .default('openid'),
  acr: z.string().optional(),
  pkce: z.boolean().default(false),
  algorithms: z.array(z.enum(algorithms)).min(1).default(['RS256']),
  claims: z
    .strictObject({
      subject: z.string(),
      identity: z.string(),
      name: z.string(),
      birthDate: z.string(),
      kind: z.string(),
    })
    .partial()
    .default({}),
})

/**
 * `logins.json` of a province. The national portal's paths are known from public code; its issuer and keys, all of VNeID's direct paths and
 * those of a staff sign-in come with the contract and have no default.
 */
export const loginsFile = z.strictObject({
  'national-portal': common
    .extend({
      authorize: address.default(`${portal}/oauth2/authorize`),
      token: address.default(`${portal}/oauth2/token`),
      userinfo: address.default(`${portal}/oauth2/userinfo`),
      acr: z.string().default('LoA1'),
      register: address.default('https://dichvucong.gov.vn'),
    })
    .optional(),
  vneid: common.optional(),
  staff: common.optional(),
})
