export type Moved = { id: string; version: number; state: string }

/** How a life reaches the house: through the doors for machines, or through the acts themselves. */
export type Way = {
  upload(who: string, name: string, bytes: Uint8Array): Promise<{ id: string }>
  begin(who: string, draft: object): Promise<Moved>
  act(who: string, name: string, dossier: Moved, body: object): Promise<Moved>
  /** The hash of the draft as it lies among the documents. */
  draftOf(who: string, dossier: string): Promise<string>
}

/** What a life needs to know of its procedure; read once. */
export type Plan = {
  draft: Record<string, unknown>
  /** Components for which a file is uploaded. */
  uploads: string[]
  verdicts: { component: string; verdict: string }[]
  /** The officer's fields of the result, as the procedure's example has them. */
  result: unknown
}

export const pin = '246810'
export const everybody = ['congdan', 'tiepnhan', 'lanhdao', 'chuyenvien', 'truongphong', 'vanthu']

/**
 * One dossier from draft to returned: the eleven acts, the upload of each required paper, and one reading of the documents for the
 * hash of the draft that is approved and signed. Every act is one durable commit.
 */
export async function liveOnce(way: Way, plan: Plan, paper: Uint8Array): Promise<Moved> {
  let here = await untilAssigned(way, plan, paper)
  const act = async (who: string, name: string, body: object = {}) => {
    here = await way.act(who, name, here, body)
  }
  const proven = plan.verdicts.filter(({ verdict }) => verdict === 'ok')
  const components = proven.map(({ component }) => ({ component, authenticated: true }))
  await act('chuyenvien', 'propose-result', { outcome: 'grant', components, result: plan.result })
  const draft = await way.draftOf('truongphong', here.id)
  await act('truongphong', 'approve', { draft })
  await act('lanhdao', 'sign-result', { as: 'person', draft, pin })
  await act('vanthu', 'sign-result', { as: 'organisation', draft, pin })
  await act('vanthu', 'hand-to-counter')
  await act('tiepnhan', 'return-result', { by: 'online' })
  if (here.state !== 'returned') throw new Error(`${here.id} is ${here.state}, not returned`)
  return here
}

export async function untilAssigned(way: Way, { draft, uploads, verdicts }: Plan, paper: Uint8Array): Promise<Moved> {
  const attachments = []
  for (const component of uploads)
    attachments.push({ component, file: (await way.upload('congdan', 'giay-to.pdf', paper)).id })
  let here = await way.begin('congdan', { ...draft, attachments })
  here = await way.act('congdan', 'submit', here, { declaration: true })
  here = await way.act('tiepnhan', 'accept', here, { components: verdicts })
  here = await way.act('tiepnhan', 'forward', here, {})
  return way.act('lanhdao', 'assign', here, { to: 'chuyenvien' })
}
