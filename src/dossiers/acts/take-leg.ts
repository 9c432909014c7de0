import { z } from 'zod'
import { filesById, markAttached } from '../../documents/index.ts'
import { done, refused } from '../../ground/result.ts'
import { askAround } from '../around.ts'
import { type LegKind, mayAct, mayAnswer } from '../law/index.ts'
import type { Act } from '../law/index.ts'
import { legsOf, type LegRow } from '../legs.ts'
import { take } from '../store.ts'
import { type DossierDesk, outOfReach } from './take.ts'

export const legFiles = z.array(z.uuid()).max(10).optional()

/** Whether this officer answers for the agency that was asked. */
export function answersFor(actor: DossierDesk['actor'], { agency, kind }: Pick<LegRow, 'agency' | 'kind'>): boolean {
  if (kind !== 'joint' && kind !== 'opinion') return false
  return actor.posts.some((post) => post.role === 'consulted-officer' && post.agency === agency)
}

/**
 * How an asked agency's act begins: the dossier, locked, its leg, and whether the answer is in time. Who was not asked does not find it.
 * Refusals: `not-found`, `not-permitted`, `stale-version`, `wrong-state`, `leg-closed`, `earlier-leg-open`, `file-not-yours`.
 */
export async function takeForLeg(
  desk: DossierDesk,
  id: string,
  act: Act,
  kind: LegKind,
  asked: { version: number; leg: string; files?: readonly string[] | undefined },
) {
  const { sql, vault, actor, now } = desk
  const taking = take(sql, id)
  askAround(sql, id)
  const found = await taking
  if (!found) return refused('not-found')
  const legs = await legsOf(sql, id)
  const leg = legs.find((one) => one.id === asked.leg && one.kind === kind)
  if (!leg || !answersFor(actor, leg)) return outOfReach(desk, id, act)
  const dossier = { ...found, asked: [leg.agency!] }
  const step = mayAct(dossier, actor, act, asked)
  if (!step.ok) return step
  const answers = mayAnswer(leg, legs, now)
  if (!answers.ok) return answers

  const files = await filesById(sql, vault, [...(asked.files ?? [])])
  for (const file of asked.files ?? []) if (files.get(file)?.owner !== actor.id) return refused('file-not-yours')
  await markAttached(sql, [...(asked.files ?? [])], now)
  return done({ dossier, step: step.value, leg, others: legs.filter((one) => one !== leg), outcome: answers.value })
}
