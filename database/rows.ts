// Generated from the migrations: `npm run motcua -- database types`.

import type { ColumnType } from 'kysely'

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AccountsAccount {
  assurance: Generated<string>
  assured_at: Timestamp | null
  assured_by: string | null
  assured_level: string | null
  assured_through: string | null
  certificate_sealed: Buffer | null
  created_at: Timestamp
  created_by: string | null
  display_name: string
  held_since: Timestamp | null
  id: string
  identity_fingerprint: Buffer | null
  identity_sealed: Buffer | null
  kind: string
  merged_into: string | null
  must_change_password: Generated<boolean>
  origin: Generated<string>
  password: string | null
  password_at: Timestamp | null
  profile_sealed: Buffer | null
  route: Generated<string>
  state: Generated<string>
  update_needed_at: Timestamp | null
  username: string
  vouched_at: Timestamp | null
  vouched_by: string | null
}

export interface AccountsAttempt {
  address: string
  failures: number
  familiar_at: Timestamp | null
  name: Buffer
  open_at: Timestamp
  tried_at: Timestamp
}

export interface AccountsDataChange {
  account: string
  asked_at: Timestamp
  decided_at: Timestamp | null
  decided_by: string | null
  field: string
  id: string
  taken: boolean | null
  values_sealed: Buffer
  why: string | null
}

export interface AccountsField {
  added_at: Timestamp
  added_by: string
  decision: string
  kind: string
  name: string
  position: number
  retired_at: Timestamp | null
  title_en: string
  title_vi: string
}

export interface AccountsFieldValue {
  account: string
  field: string
  value_sealed: Buffer
  written_at: Timestamp
  written_by: string
}

export interface AccountsLoginAttempt {
  back: string | null
  begun_at: Timestamp
  browser: Buffer
  ends_at: Timestamp
  login: string
  state: Buffer
}

export interface AccountsLoginLink {
  account: string
  ended_at: Timestamp | null
  linked_at: Timestamp
  login: string
  sub: Buffer | null
  subject: Buffer
}

export interface AccountsPasskey {
  account: string
  counter: Generated<number>
  credential: Buffer
  id: string
  label: string
  made_at: Timestamp
  public_key: Buffer
  synced: boolean
  transports: Generated<string[]>
  used_at: Timestamp | null
}

export interface AccountsRecoveryCode {
  account: string
  code: Buffer
  made_at: Timestamp
  used_at: Timestamp | null
}

export interface AccountsRepresentation {
  accepted_at: Timestamp | null
  agent: string | null
  agent_fingerprint: Buffer | null
  asked_at: Timestamp
  beneficiary: string | null
  confirmed: boolean | null
  decided_at: Timestamp | null
  decided_by: string | null
  end_reason: string | null
  ended_at: Timestamp | null
  ended_by: string | null
  file: string | null
  id: string
  kind: string
  reason_sealed: Buffer | null
  told_sealed: Buffer | null
  valid_from: string
  valid_to: string | null
}

export interface AccountsRequest {
  account: string
  answer_sealed: Buffer | null
  asked_at: Timestamp
  asked_by: string
  asked_sealed: Buffer
  decided_at: Timestamp | null
  decided_by: string | null
  done: boolean | null
  field: string | null
  id: string
  kind: string
  other: string | null
  unit: string
}

export interface AccountsSecondFactor {
  account: string
  begun_at: Timestamp
  confirmed_at: Timestamp | null
  last_step: Generated<number>
  secret_sealed: Buffer
  session: Buffer | null
}

export interface AccountsSession {
  account: string
  address: string | null
  agent: string | null
  created_at: Timestamp
  expires_at: Timestamp
  id: Generated<string>
  kind: string
  seen_at: Timestamp
  through: Generated<string>
  token: Buffer
  two_factors: Generated<boolean>
}

export interface AccountsSpentChallenge {
  challenge: Buffer
  ends_at: Timestamp
}

export interface AccountsStandingChange {
  account: string
  act: string
  at: Timestamp
  by: string
  id: string
  reason_sealed: Buffer | null
  state: string
}

export interface AccountsTerms {
  decision: string
  edition: string
  en: string
  from_day: string
  made_at: Timestamp
  made_by: string
  vi: string
}

export interface AccountsTermsAcceptance {
  account: string
  at: Timestamp
  by: string
  edition: string
  end_reason: string | null
  ended_at: Timestamp | null
  how: string
  words: Buffer
}

export interface AuditDigest {
  day: string
  entries: number
  first_id: number | null
  last_id: number | null
  made_at: Timestamp
  root: Buffer
}

export interface AuditEntry {
  act: string
  actor: string | null
  details: Json
  hash: Buffer
  id: Generated<number>
  occurred_at: Timestamp
  position: number
  previous: Buffer
  recorded_at: Timestamp
  stream: string
  subject: string | null
}

export interface AuditSeal {
  day: string
  sealed_at: Timestamp
  signature: Buffer
  stamp: Buffer
  text: string
}

export interface AuditStream {
  head: Buffer
  length: number
  stream: string
}

export interface CalendarCalendar {
  agency: string | null
  created_at: Timestamp
  decided_from: number | null
  decided_until: number | null
  hours: Json | null
  id: string
  name: string
  source: string
  valid_from: string
  version: number
}

export interface CalendarClockEvent {
  agency: string | null
  at: Timestamp
  by: string | null
  calendar: string | null
  clock: string
  due: Timestamp | null
  ground: string | null
  kind: string
  law: string | null
  local_calendar: string | null
  minutes: number | null
  position: number
  recorded_at: Timestamp
  subject: string
  time_limit: Json | null
  was: Timestamp | null
}

export interface CalendarException {
  calendar: string
  day: string
  kind: string
  name: string
  sessions: Json | null
  source: string
  status: string
}

export interface DisclosuresConsent {
  account: string
  edition: string
  end_reason: string | null
  given_at: Timestamp
  id: string
  parts: string[]
  purpose: string
  recipient: string
  valid_to: string
  withdrawn_at: Timestamp | null
  words: string
}

export interface DisclosuresRelease {
  basis: string | null
  consent: string | null
  document_date: string | null
  document_number: string | null
  dossier: string
  holder: string
  id: string
  kind: string
  parts: string[]
  purpose: string
  recipient: string
  released_at: Timestamp
  released_by: string
  unit: string | null
}

export interface DocumentsFile {
  active_content: Generated<boolean>
  address: string
  attached_at: Timestamp | null
  destroyed_at: Timestamp | null
  id: string
  media_type: string
  name_sealed: Buffer
  owner: string
  pages: number | null
  scan: string
  sha256: Buffer
  size: number
  uploaded_at: Timestamp
  wrapped_key: Buffer | null
}

export interface DocumentsQuarantine {
  content_sealed: Buffer | null
  destroyed_at: Timestamp | null
  found: string
  id: string
  kept_at: Timestamp
  name_sealed: Buffer
  sent_by: string
  sent_from: string | null
  sha256: Buffer
  size: number
}

export interface DossiersApology {
  about: string
  cause: string | null
  dossier: string
  due: Timestamp | null
  file: string
  id: string
  new_due: Timestamp | null
  number: string | null
  published_at: Timestamp | null
  signed_at: Timestamp
  signed_by: string | null
  unit: string | null
  used_in: number | null
}

export interface DossiersAttachment {
  component: string
  dossier: string
  file: string | null
  item: string | null
  position: number
  replaced_in: number | null
}

export interface DossiersComponent {
  authenticated: string | null
  authenticated_at: Timestamp | null
  authenticated_by: string | null
  authenticated_reason_sealed: Buffer | null
  checked_at: Timestamp | null
  checked_by: string | null
  component: string
  dossier: string
  reason_sealed: Buffer | null
  verdict: string | null
}

export interface DossiersDelay {
  closed_at: Timestamp | null
  dossier: string
  drafted_at: Timestamp
  due: Timestamp
  file: string
  reason_sealed: Buffer
}

export interface DossiersDocument {
  dossier: string
  file: string
  id: string
  kind: string
  made_at: Timestamp
  made_by: string | null
  title: string
}

export interface DossiersDossier {
  accepted_at: Timestamp | null
  agency: string
  applicant: string
  applicant_folded: Generated<string | null>
  applicant_kind: string
  applicant_name: string
  archived_at: Timestamp | null
  archived_from: string | null
  changed_at: Timestamp
  channel: string
  code: string | null
  created_at: Timestamp
  database_evidence: Json | null
  desk: string | null
  due: Timestamp | null
  ended_at: Timestamp | null
  fee: number | null
  filed_by: string
  first_checked_at: Timestamp | null
  form_sealed: Buffer
  forwarded_at: Timestamp | null
  guidances: Generated<number>
  id: string
  intake_due: Timestamp | null
  issued_at: Timestamp | null
  keep_until: string | null
  late_fault: string | null
  late_reason: string | null
  officer: string | null
  outcome: string | null
  paper_check: string | null
  papers: Generated<number>
  papers_digitised: Generated<number>
  papers_reused: Generated<number>
  policy_at: Timestamp
  procedure: string
  procedure_version: string
  proposal: Generated<string>
  proposed_by: string | null
  queue: string | null
  received_at: Timestamp | null
  reception: string
  reference: string | null
  representation: string | null
  result_code: string | null
  retention_basis: string | null
  return_by: string
  returned_at: Timestamp | null
  returned_by: string | null
  state: string
  submitted_at: Timestamp | null
  supplements: Generated<number>
  version: number
  warned_due: Timestamp | null
}

export interface DossiersEvent {
  at: Timestamp
  by: string | null
  details: Json
  dossier: string
  event: string
  from_state: string
  recorded_at: Timestamp
  to_state: string
  unit: string | null
  version: number
}

export interface DossiersExtension {
  agreed_at: Timestamp | null
  agreed_by: string | null
  dossier: string
  due: Timestamp | null
  ended_at: Timestamp | null
  ended_by: string | null
  id: string
  made_at: Timestamp
  made_by: string
  outcome: string | null
  reason_sealed: Buffer
  unit: string
  value: string
  was: Timestamp
}

export interface DossiersFormBefore {
  dossier: string
  form_sealed: Buffer
  replaced_in: number
}

export interface DossiersLeg {
  agency: string | null
  answer_sealed: Buffer | null
  answered_at: Timestamp | null
  answered_by: string | null
  asked_at: Timestamp
  asked_by: string
  asked_sealed: Buffer
  closed_at: Timestamp | null
  components: string[] | null
  dossier: string
  due: Timestamp | null
  id: string
  kind: string
  needs: Generated<string[]>
  outcome: string | null
  position: number
  silence: string | null
  step: string | null
}

export interface DossiersLegFile {
  file: string
  leg: string
  position: number
}

export interface DossiersRequest {
  answer_sealed: Buffer | null
  answered_at: Timestamp | null
  content_sealed: Buffer
  dossier: string
  file: string | null
  id: string
  kind: string
  made_at: Timestamp
  made_by: string
  number: number | null
  released_at: Timestamp | null
  released_by: string | null
  unit: string | null
}

export interface DossiersResult {
  dossier: string
  draft: string
  fields_sealed: Buffer
  file: string | null
  identifier: string
  issued_on: string | null
  issuer: string
  kind: string
  note_sealed: Buffer | null
  number: string | null
  outcome: string
  revoked_at: Timestamp | null
  title: string
}

export interface DossiersRevision {
  attachments: Json
  begun_by: string
  changed_at: Timestamp
  dossier: string
  form_sealed: Buffer
  version: number
}

export interface DossiersTask {
  budget_minutes: number | null
  dossier: string
  due: Timestamp | null
  ended_at: Timestamp | null
  holder: string | null
  name: string
  position: number
  role: string
  round: Generated<number>
  started_at: Timestamp
  step: string
  unit: string
  warned_due: Timestamp | null
}

export interface DossiersWarning {
  about: string
  dossier: string
  due: Timestamp
  falls_at: Timestamp
  given_at: Timestamp | null
  passed_over: Generated<boolean>
  percent: number
  round: number
}

export interface GroundCounter {
  last: number
  period: string
  scope: string
}

export interface GroundEdition {
  number: number
  what: string
}

export interface GroundIdempotency {
  account: string
  created_at: Timestamp
  key: string
  request: Buffer
  resource: string
  status: number
}

export interface GroundMigration {
  applied_at: Generated<Timestamp>
  checksum: string
  name: string
}

export interface GroundThrottle {
  hits: number
  subject: string
  window_start: Timestamp
}

export interface NotificationsDelivery {
  attempts: Generated<number>
  channel: string
  done_at: Timestamp | null
  fault: string | null
  message: string
  queued_at: Timestamp | null
  state: string
}

export interface NotificationsMessage {
  account: string
  body_sealed: Buffer
  created_at: Timestamp
  dossier: string | null
  gaps_sealed: Buffer | null
  id: string
  read_at: Timestamp | null
  subject_sealed: Buffer
  template: string
}

export interface OrganisationsAssignment {
  account: string
  decision: string
  duty: string
  ended_by: string | null
  ended_on: string | null
  file: string
  id: string
  made_at: Timestamp
  made_by: string
  unit: string
  valid_from: string
  valid_to: string | null
}

export interface OrganisationsChange {
  before: Json
  decision: string
  effective: string
  id: string
  into_unit: string | null
  kind: string
  made_at: Timestamp
  made_by: string
  reason: string
  unit: string
}

export interface OrganisationsDelegation {
  account: string
  decision: string
  ended_by: string | null
  ended_on: string | null
  form: string
  id: string
  made_at: Timestamp
  made_by: string
  post: string
  reason: string
  title: string
  valid_from: string
  valid_to: string
}

export interface OrganisationsDevice {
  changed_at: Timestamp
  changed_by: string
  id: string
  kind: string
  model: string
  note: string | null
  place: string
  retired_on: string | null
  settings: Json
  tested_at: Timestamp | null
  tested_by: string | null
  unit: string
  works: boolean | null
}

export interface OrganisationsHeldPost {
  account: string | null
  decision: string | null
  delegation: string | null
  id: string | null
  role: string | null
  title: string | null
  unit: string | null
  valid_from: string | null
  valid_to: string | null
}

export interface OrganisationsPost {
  account: string
  decision: string | null
  id: string
  role: string
  seconded_from: string | null
  title: string
  unit: string
  valid_from: string
  valid_to: string | null
}

export interface OrganisationsProposedPost {
  account: string
  decided_at: Timestamp | null
  decided_by: string | null
  decision: string
  id: string
  is_granted: boolean | null
  proposed_at: Timestamp
  proposed_by: string
  role: string
  seconded_from: string | null
  title: string
  unit: string
}

export interface OrganisationsRequest {
  asked_at: Timestamp
  asked_by: string
  decided_at: Timestamp | null
  decided_by: string | null
  decision: string
  id: string
  is_granted: boolean | null
  kind: string
  post: string | null
  proposal: string | null
  proposed_at: Timestamp | null
  proposed_by: string | null
  reason: string
  reference: string | null
  successor: string | null
  successor_title: string | null
  title: string
  unit: string
}

export interface OrganisationsUnit {
  address: string | null
  duty: string | null
  id: string
  identifier: string
  kind: string
  level: string
  name: string
  old_identifier: string | null
  parent: string | null
  phone: string | null
  place: string
  remit: string | null
  seal_name: string | null
  settles: Generated<boolean>
  short_name: string | null
  successor: string | null
  valid_from: string
  valid_to: string | null
  website: string | null
}

export interface PolicyDecision {
  confidence: Generated<string>
  decided_at: Timestamp | null
  decided_by: string | null
  demands: string | null
  id: string
  is_approved: boolean | null
  is_cleared: Generated<boolean>
  legal_basis: string
  number: Generated<number>
  proposed_at: Timestamp
  proposed_by: string | null
  reason: string | null
  reference: string | null
  setting: string | null
  valid_from: string
  valid_until: string | null
  value: Json
}

export interface ProceduresAgency {
  code: string
  position: number
  unit: string
}

export interface ProceduresNational {
  code: string
  content_hash: Buffer
  entry: Json
  imported_at: Timestamp
  imported_on: string
  number: number
  reading: Json
  reading_number: number
}

export interface ProceduresProcedure {
  audience: Generated<string[]>
  code: string
  english_name: string | null
  field: string
  filed_here: Generated<boolean>
  initials: Generated<string>
  levels: string[]
  name: string
  online_level: string
  search: string
  short_name: string | null
  sound: Generated<string>
  state: Generated<string>
  title: Generated<string>
}

export interface ProceduresTrial {
  id: string
  note: string
  recorded_at: Timestamp
  recorded_by: string
  result: string
  tested_by: string
  tested_on: string
  version: string
}

export interface ProceduresVersion {
  code: string
  content_hash: Buffer
  decision: string
  definition: Json
  id: string
  loaded_at: Timestamp
  number: number
  process: string
  released_at: Timestamp | null
  released_by: string | null
  valid_from: string
  valid_to: string | null
}

export interface RatingsRating {
  account: string
  at: Timestamp
  comment_sealed: Buffer | null
  dossier: string
  score: number
}

export interface RecordsItem {
  authenticated_at: Timestamp | null
  authenticated_by: string | null
  delivered_at: Timestamp
  file: string | null
  id: string
  issued_on: string | null
  issuer: string | null
  kind: string
  legal_status: string
  number: string | null
  origin: string | null
  record: string
  replaced_by: string | null
  source: string
  title: string
  valid_to: string | null
}

export interface RecordsRecord {
  account: string
  code: string
  created_at: Timestamp
  id: string
  kind: string
}

export interface RecordsReuse {
  basis: string
  dossier: string
  id: string
  item: string
  purpose: string
  used_at: Timestamp
  used_by: string
}

export interface SafetyAlert {
  closed_at: Timestamp | null
  closed_by: string | null
  conclusion_sealed: Buffer | null
  details: Json
  entries: number
  first_entry: number | null
  id: string
  last_at: Timestamp
  last_entry: number | null
  raised_at: Timestamp
  rule: string
  subject: string
}

export interface SafetyCase {
  closed_at: Timestamp | null
  closed_by: string | null
  conclusion_sealed: Buffer | null
  entries: number
  extract_sealed: Buffer | null
  extract_sha256: Buffer | null
  id: string
  kind: string
  number: string
  reported_at: Timestamp
  reported_by: string | null
  reported_from: string | null
  stream: string | null
  told_sealed: Buffer
}

export interface SafetyContact {
  account: string
  duty: string
  ended_at: Timestamp | null
  id: string
  made_at: Timestamp
  made_by: string
  unit: string
}

export interface SafetyWaiting {
  entries: Json
  last_at: Timestamp
  rule: string
  subject: string
}

export interface SafetyWatch {
  awaits: string[] | null
  one: Generated<boolean>
  read_to: number
  seen_to: number | null
  writers: Generated<Json>
}

export interface SignaturesCertificate {
  account: string | null
  certificate: Buffer
  created_at: Timestamp
  id: string
  issuer: string
  kind: string
  revoked_at: Timestamp | null
  serial: string
  subject: string
  unit: string | null
  valid_from: Timestamp
  valid_to: Timestamp
}

export interface SignaturesDevice {
  certificate: string
  created_at: Timestamp
  custodian: string | null
  id: string
  kind: string
  locked_key: Buffer | null
  state: Generated<string>
  wrong_pins: Generated<number>
}

export interface SignaturesServiceKey {
  certificate: Buffer
  created_at: Timestamp
  id: string
  key_sealed: Buffer
  purpose: string
  root: Buffer
  valid_from: Timestamp
  valid_to: Timestamp
}

export interface SignaturesSignature {
  certificate: string
  draft_sha256: Buffer
  file: string
  id: string
  position: number
  signed_at: Timestamp
  signer: string
  speaks_as: string
}

export interface DB {
  'accounts.account': AccountsAccount
  'accounts.attempt': AccountsAttempt
  'accounts.data_change': AccountsDataChange
  'accounts.field': AccountsField
  'accounts.field_value': AccountsFieldValue
  'accounts.login_attempt': AccountsLoginAttempt
  'accounts.login_link': AccountsLoginLink
  'accounts.passkey': AccountsPasskey
  'accounts.recovery_code': AccountsRecoveryCode
  'accounts.representation': AccountsRepresentation
  'accounts.request': AccountsRequest
  'accounts.second_factor': AccountsSecondFactor
  'accounts.session': AccountsSession
  'accounts.spent_challenge': AccountsSpentChallenge
  'accounts.standing_change': AccountsStandingChange
  'accounts.terms': AccountsTerms
  'accounts.terms_acceptance': AccountsTermsAcceptance
  'audit.digest': AuditDigest
  'audit.entry': AuditEntry
  'audit.seal': AuditSeal
  'audit.stream': AuditStream
  'calendar.calendar': CalendarCalendar
  'calendar.clock_event': CalendarClockEvent
  'calendar.exception': CalendarException
  'disclosures.consent': DisclosuresConsent
  'disclosures.release': DisclosuresRelease
  'documents.file': DocumentsFile
  'documents.quarantine': DocumentsQuarantine
  'dossiers.apology': DossiersApology
  'dossiers.attachment': DossiersAttachment
  'dossiers.component': DossiersComponent
  'dossiers.delay': DossiersDelay
  'dossiers.document': DossiersDocument
  'dossiers.dossier': DossiersDossier
  'dossiers.event': DossiersEvent
  'dossiers.extension': DossiersExtension
  'dossiers.form_before': DossiersFormBefore
  'dossiers.leg': DossiersLeg
  'dossiers.leg_file': DossiersLegFile
  'dossiers.request': DossiersRequest
  'dossiers.result': DossiersResult
  'dossiers.revision': DossiersRevision
  'dossiers.task': DossiersTask
  'dossiers.warning': DossiersWarning
  'ground.counter': GroundCounter
  'ground.edition': GroundEdition
  'ground.idempotency': GroundIdempotency
  'ground.migration': GroundMigration
  'ground.throttle': GroundThrottle
  'notifications.delivery': NotificationsDelivery
  'notifications.message': NotificationsMessage
  'organisations.assignment': OrganisationsAssignment
  'organisations.change': OrganisationsChange
  'organisations.delegation': OrganisationsDelegation
  'organisations.device': OrganisationsDevice
  'organisations.held_post': OrganisationsHeldPost
  'organisations.post': OrganisationsPost
  'organisations.proposed_post': OrganisationsProposedPost
  'organisations.request': OrganisationsRequest
  'organisations.unit': OrganisationsUnit
  'policy.decision': PolicyDecision
  'procedures.agency': ProceduresAgency
  'procedures.national': ProceduresNational
  'procedures.procedure': ProceduresProcedure
  'procedures.trial': ProceduresTrial
  'procedures.version': ProceduresVersion
  'ratings.rating': RatingsRating
  'records.item': RecordsItem
  'records.record': RecordsRecord
  'records.reuse': RecordsReuse
  'safety.alert': SafetyAlert
  'safety.case': SafetyCase
  'safety.contact': SafetyContact
  'safety.waiting': SafetyWaiting
  'safety.watch': SafetyWatch
  'signatures.certificate': SignaturesCertificate
  'signatures.device': SignaturesDevice
  'signatures.service_key': SignaturesServiceKey
  'signatures.signature': SignaturesSignature
}
