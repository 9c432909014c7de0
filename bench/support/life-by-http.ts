import type { Caller } from './caller.ts'
import { everybody, type Moved, type Plan, untilAssigned, type Way } from './life.ts'

/** The doors for machines, as an integrator's program uses them. */
export function wayByHttp({ ask, upload }: Caller): Way {
  return {
    upload,
    begin: (who, draft) => ask<Moved>(201, who, 'POST', '/dossiers', draft),
    act: (who, name, { id, version }, body) =>
      ask<Moved>(200, who, 'POST', `/dossiers/${id}/acts/${name}`, { version, ...body }),
    draftOf: async (who, id) => {
      const { items } = await ask<Documents>(200, who, 'GET', `/dossiers/${id}/documents`)
      return items.findLast(({ kind }) => kind === 'result-draft')!.sha256
    },
  }
}

type Documents = { items: { kind: string; sha256: string }[] }
type Described = {
  agencies: { id: string }[]
  components: { id: string; kind: string; required: boolean }[]
  form: { example: Record<string, unknown> }
}
type Offered = { act: string; example: Record<string, unknown> }

/** Signs in everybody whom a life needs, reads the procedure, and learns from a first dossier what an officer writes. */
export async function planFor(caller: Caller, procedure: string, paper: Uint8Array): Promise<Plan> {
  const { ask, signIn } = caller
  for (const who of everybody) await signIn(who)
  const { agencies, components, form } = await ask<Described>(200, null, 'GET', `/procedures/${procedure}`)
  const plan = {
    draft: { procedure, agency: agencies[0]!.id, channel: 'online', form: form.example, returnBy: 'online' },
    uploads: components.filter(({ kind, required }) => kind === 'submit' && required).map(({ id }) => id),
    verdicts: components.map(({ id, required }) => ({ component: id, verdict: required ? 'ok' : 'not-applicable' })),
    result: undefined,
  }
  const { id } = await untilAssigned(wayByHttp(caller), plan, paper)
  const offered = await ask<Offered[]>(200, 'chuyenvien', 'GET', `/dossiers/${id}/acts`)
  return { ...plan, result: offered.find(({ act }) => act === 'propose-result')!.example['result'] }
}
