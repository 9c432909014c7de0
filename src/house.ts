/**
 * The order of the house. A file may import only from modules that stand earlier in this list, by their front door
 * (`index.ts`, or `law/index.ts` for pure rules). So no two modules can import each other, and the list is also the
 * order in which to read the house. `house.test.ts` holds everyone to it.
 */
export const house = {
  ground: 'tools without one word of the domain: day, money, result, database, jobs, files, http, log',
  audit: 'who did, saw or tried what, and when; chained, written once',
  policy: 'what a province chose, where the law lets it choose; presets with effective dates',
  calendar: 'working days and hours, public holidays, time limits',

  accounts: 'people and businesses who sign in, on whose behalf they act, how surely we know them',
  organisations: 'agencies, units, officers, roles, one-stop counters',

  documents: 'files, legal forms as PDF, hashes',
  signatures: 'certificates, key devices and their custody, signing processes, validation',
  records: 'the e-dossier of a citizen or business: sources, attestation, validity',
  notifications: 'messages out; channels/ portal, email',
  procedures: 'the catalogue: forms, fee rules, time limits, process definitions, versions',

  dossiers: 'the heart: one application, from draft to archive',

  ratings: 'how the citizen judged it',
  lookup: 'where is my dossier, and is this paper genuine: web, QR',
  disclosures: 'data of people handed to somebody outside: consents, releases and their basis',
  safety: 'who watches over the safety of information: alerts, contacts, cases of suspected violations',

  words: 'what we say to people, in Vietnamese and English: refusals, states, acts',
  api: 'doors for machines: REST + OpenAPI',
  web: 'doors for people: public/ citizen/ counter/ officer/ admin/, ui/',
  main: 'the tables that wire it together: doors, reactions, clock, cli',
} as const

export type Module = keyof typeof house
