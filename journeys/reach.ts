import assert from 'node:assert/strict'
import type { Act, State } from '../src/dossiers/law/index.ts'
import { type Answer, client } from './client.ts'
import { scannedPdf } from './papers.ts'
import { neighbour, stepBody } from './walk.ts'

export { monday, openTestHouse, type TestHouse } from '../src/main/testing.ts'
export { jobs } from '../src/main/worker.ts'
export { withClient } from '../src/ground/postgres/roles.ts'

type Station = { readonly state: State; readonly act: Act; readonly who: string }

/** Who brings a dossier of the commune from each state into the next one. */
export const stations: readonly Station[] = [
  { state: 'submitted', act: 'submit', who: 'filer' },
  { state: 'accepted', act: 'accept', who: 'tiepnhan' },
  { state: 'transferred', act: 'forward', who: 'tiepnhan' },
  { state: 'assigned', act: 'assign', who: 'lanhdao' },
  { state: 'proposed', act: 'propose-result', who: 'chuyenvien' },
  { state: 'approved', act: 'approve', who: 'truongphong' },
  { state: 'signed-by-person', act: 'sign-result', who: 'lanhdao' },
  { state: 'issued', act: 'sign-result', who: 'vanthu' },
  { state: 'ready-to-return', act: 'hand-to-counter', who: 'vanthu' },
  { state: 'returned', act: 'return-result', who: 'tiepnhan' },
]

/** How a dossier begins; what is not said is a birth registration filed online by the citizen of the training province. */
export type Beginning = {
  filer?: string
  procedure?: string
  channel?: 'online' | 'counter' | 'post'
  applicant?: unknown
  form?: (example: any) => unknown
  attachments?: readonly unknown[]
  returnBy?: string
}

export type Reached = {
  id: string
  version: number
  state: State
  reference: string
  code: string
  [more: string]: unknown
}

/** Everything a test of the doors needs to bring a dossier where its story begins. */
export function reacher(base: string) {
  const api = client(base)
  const described = new Map<string, any>()

  async function procedureOf(code: string) {
    if (!described.has(code)) described.set(code, await api.expect(200, null, 'GET', `/procedures/${code}`))
    return described.get(code)
  }

  /** The body of a filing that is complete as it stands. */
  async function filing({ filer = 'congdan', procedure = '1.001193', channel = 'online', ...more }: Beginning = {}) {
    const { agencies, form, components } = await procedureOf(procedure)
    const papers = components.filter((one: any) => one.kind === 'submit' && one.required === true)
    const file = more.attachments ? undefined : await api.upload(filer, 'giấy tờ.pdf', await scannedPdf('Giấy tờ'))
    return {
      procedure,
      agency: agencies[0].id,
      channel,
      ...(channel === 'online' ? {} : { applicant: more.applicant ?? neighbour }),
      form: more.form ? more.form(structuredClone(form.example)) : form.example,
      attachments: more.attachments ?? papers.map((one: any) => ({ component: one.id, file: file.id })),
      returnBy: more.returnBy ?? (channel === 'online' ? 'online' : 'counter'),
    }
  }

  async function draft(beginning: Beginning = {}): Promise<Reached> {
    const body = await filing(beginning)
    return api.expect(201, beginning.filer ?? 'congdan', 'POST', '/dossiers', body)
  }

  /** The act as its example says it, or as it is changed here; the answer whatever it is. */
  async function tryAct(who: string, id: string, act: string, choose?: (example: any) => unknown): Promise<Answer> {
    const body = await stepBody(api, who, id, act, choose)
    return api.call(who, 'POST', `/dossiers/${id}/acts/${act}`, body)
  }

  /** The act whether it is offered or not, on the dossier as it stands now. */
  async function force(who: string, id: string, act: string, body: object = {}): Promise<Answer> {
    const { version } = await api.expect(200, who, 'GET', `/dossiers/${id}`)
    return api.call(who, 'POST', `/dossiers/${id}/acts/${act}`, { version, ...body })
  }

  async function act(who: string, id: string, name: string, choose?: (example: any) => unknown): Promise<Reached> {
    const { status, body } = await tryAct(who, id, name, choose)
    assert.equal(status, 200, `${who} ${name}: ${JSON.stringify(body)}`)
    return body
  }

  /** Brings a dossier from where it stands to this state. */
  async function bring(dossier: { id: string; state?: State }, to: State, filer = 'congdan'): Promise<Reached> {
    const done = stations.findIndex(({ state }) => state === dossier.state)
    const last = stations.findIndex(({ state }) => state === to)
    let reached = dossier as Reached
    for (const { act: name, who } of stations.slice(done + 1, last + 1)) {
      const choose = name === 'assign' ? (example: object) => ({ ...example, to: 'chuyenvien' }) : undefined
      reached = await act(who === 'filer' ? filer : who, dossier.id, name, choose)
    }
    return reached
  }

  /** A new dossier in this state, with every earlier act done by whoever may. */
  async function dossierIn(state: State, beginning: Beginning = {}): Promise<Reached> {
    const { id, version } = await draft(beginning)
    const begun = { id, version, state: 'draft' as const, reference: '', code: '' }
    return state === 'draft' ? begun : bring(begun, state, beginning.filer)
  }

  return { api, procedureOf, filing, draft, act, tryAct, force, bring, dossierIn }
}

export type Reacher = ReturnType<typeof reacher>
