import { photo, scannedPdf } from '../papers.ts'
import { stations } from '../reach.ts'
import type { Stubborn } from './stubborn.ts'

export type Life = { id: string; state: string; code?: string; reference?: string }

/** One dossier of a birth registration from its papers to this state, by a client that does not give up. */
export async function live(api: Stubborn, to = 'returned'): Promise<Life> {
  const { agencies, form, components } = await api.get(null, '/procedures/1.001193')
  const paper = components.find((one: any) => one.kind === 'submit' && one.required === true)
  const pdf = { name: 'giay-chung-sinh.pdf', bytes: await scannedPdf('Giấy chứng sinh') }
  const file = await api.post('congdan', '/files', { file: pdf }, 201)
  const picture = await api.post('congdan', '/files', { file: { name: 'anh.jpg', bytes: photo } }, 201)
  const attachments = [file, picture].map(({ id }) => ({ component: paper.id, file: id }))
  const filing = {
    ...{ procedure: '1.001193', agency: agencies[0].id, channel: 'online', returnBy: 'online' },
    ...{ form: form.example, attachments },
  }
  let life: Life = await api.post('congdan', '/dossiers', { json: filing }, 201)
  for (const { act, who, state } of stations) {
    if (life.state === to) break
    life = await step(api, life.id, act, who === 'filer' ? 'congdan' : who)
    if (life.state !== state) throw new Error(`${act} led to ${life.state}, not ${state}`)
  }
  return life
}

async function step(api: Stubborn, id: string, act: string, who: string): Promise<Life> {
  const acts = await api.get(who, `/dossiers/${id}/acts`)
  const found = acts.find((one: any) => one.act === act)
  if (!found) throw new Error(`${who} may not ${act}`)
  const json = act === 'assign' ? { ...found.example, to: 'chuyenvien' } : found.example
  return api.post(who, `/dossiers/${id}/acts/${act}`, { json })
}
