/**
 * The states of a dossier with the national state each one shows outside (1–10), the queue in which it waits and where.
 * Codes are fixed; names and notice texts shown to people are words, laid over by dated data.
 */
export const states = {
  draft: { national: null, queue: null, at: null, waits: 'applicant' },
  submitted: { national: 1, queue: 'intake', at: 'reception', waits: 'one-stop-officer' },
  accepted: { national: 2, queue: 'intake', at: 'reception', waits: 'one-stop-officer' },
  transferred: { national: 2, queue: 'assign', at: 'agency', waits: 'agency-leader' },
  assigned: { national: 4, queue: 'mine', at: 'agency', waits: 'processing-officer' },
  proposed: { national: 4, queue: 'confirm', at: 'agency', waits: 'division-leader' },
  approved: { national: 4, queue: 'sign', at: 'agency', waits: 'agency-leader' },
  'signed-by-person': { national: 4, queue: 'issue', at: 'agency', waits: 'records-clerk' },
  issued: { national: 9, queue: 'issue', at: 'agency', waits: 'records-clerk' },
  'ready-to-return': { national: 9, queue: 'return', at: 'reception', waits: 'one-stop-officer' },
  returned: { national: 10, queue: null, at: null, waits: null },

  'extension-requested': { national: 4, queue: 'confirm', at: 'agency', waits: 'division-leader' },
  'returned-with-guidance': { national: 5, queue: 'supplement', at: 'reception', waits: 'applicant' },
  'supplement-requested': { national: 5, queue: 'supplement', at: 'reception', waits: 'applicant' },
  'awaiting-opinions': { national: 4, queue: 'mine', at: 'agency', waits: 'processing-officer' },
  verifying: { national: 4, queue: 'mine', at: 'agency', waits: 'processing-officer' },
  'awaiting-confirmation': { national: 4, queue: 'supplement', at: 'reception', waits: 'applicant' },
  refused: { national: 9, queue: 'issue', at: 'agency', waits: 'records-clerk' },
  'not-collected': { national: 9, queue: null, at: null, waits: null },
  rejected: { national: 3, queue: null, at: null, waits: null },
  withdrawn: { national: 7, queue: null, at: null, waits: null },
  stopped: { national: 8, queue: null, at: null, waits: null },
  archived: { national: null, queue: null, at: null, waits: null },
} as const satisfies Record<string, StateRow>

type StateRow = {
  national: number | null
  queue: Queue | null
  at: 'reception' | 'agency' | null
  waits: string | null
}

export type State = keyof typeof states
export type Queue = 'intake' | 'assign' | 'mine' | 'confirm' | 'sign' | 'issue' | 'return' | 'supplement' | 'extend'

/** What an officer has proposed and others decide: the result, that the applicant be asked for more, that the next agency goes on, or that more time be given. */
export type Proposal = 'result' | 'supplement' | 'transfer' | 'extension' | 'extension-agreed'

/**
 * Where a dossier waits: what leaves the agency before its result waits for the leader who lets it go out, not for who reviews results; an
 * extension to which the division's leader agreed waits at the centre.
 */
export function waitsIn(state: State, proposal: Proposal): StateRow {
  const row: StateRow = states[state]
  if (state === 'proposed' && proposal !== 'result') return { ...row, queue: 'sign', waits: 'agency-leader' }
  if (state === 'extension-requested' && proposal === 'extension-agreed')
    return { ...row, queue: 'extend', at: 'reception', waits: 'centre-director' }
  return row
}

/** The national state shown outside; an archived dossier keeps the one it had last. */
export function nationalState({ state, archivedFrom }: { state: State; archivedFrom: State | null }): number | null {
  return states[state === 'archived' && archivedFrom ? archivedFrom : state].national
}

export function isState(text: string): text is State {
  return Object.hasOwn(states, text)
}
