import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import type { Component } from '../definition.ts'
import type { Channel } from '../parts.ts'
import { holds } from './conditions.ts'

type Papers = { readonly components: readonly Component[] }
type Filed = { readonly form: unknown; readonly channel: Channel }

/**
 * Whether this filing needs this paper: asked for always or in this case, and not waived by what the form says.
 * @law unconfirmed
 * @req S0-8.2a3
 */
export function isNeeded(component: Component, filed: Filed): boolean {
  if (component.required === false) return false
  if (component.required === 'when' && !holds(component.when, filed)) return false
  const waived = component.waivedWhen?.when
  return !(waived && holds(waived, filed))
}

/**
 * The papers this filing needs, those only to be shown among them, in the order of the procedure.
 * @law unconfirmed
 * @req S0-8.2a3
 */
export function neededComponents({ components }: Papers, filed: Filed): readonly Component[] {
  return components.filter((one) => isNeeded(one, filed))
}

/**
 * The papers needed that no file stands for. Filed online every paper to hand in must have its file; at the counter and by post
 * the paper itself is there and the officer marks it, so nothing is missing before he has looked. A state secret never has a file.
 * @law unconfirmed
 * @req S0-8.2a3
 */
export function missingComponents(
  papers: Papers,
  filed: Filed,
  attached: readonly { component: string }[],
): readonly Component[] {
  if (filed.channel !== 'online') return []
  const present = new Set(attached.map((one) => one.component))
  return neededComponents(papers, filed).filter(
    (one) => one.kind === 'submit' && one.secrecy !== 'state-secret' && !present.has(one.id),
  )
}

/**
 * Refuses `state-secret` for files under a paper that is one: it goes another way than through this system.
 * @law 88/2017/QĐ-UBND Điều 4.1; 04/2024/QĐ-UBND Điều 3.2
 * @req S1-4.1
 * @req S2-3.2
 */
export function mayUpload(
  { components }: Papers,
  attached: readonly { component: string }[],
): Result<undefined, 'state-secret'> {
  const secret = new Set(components.filter(({ secrecy }) => secrecy === 'state-secret').map(({ id }) => id))
  const found = attached.find(({ component }) => secret.has(component))
  return found ? refused('state-secret', { component: found.component }) : done()
}

/**
 * Refuses `component-unknown` for files under no paper of the procedure, `component-missing` with the papers still to come.
 * @law unconfirmed
 * @req S0-8.2a3
 */
export function checkAttachments(
  papers: Papers,
  filed: Filed,
  attached: readonly { component: string }[],
): Result<undefined, 'component-unknown' | 'component-missing'> {
  const known = new Set(papers.components.map((one) => one.id))
  const unknown = attached.filter((one) => !known.has(one.component)).map((one) => one.component)
  if (unknown.length > 0) return refused('component-unknown', { components: [...new Set(unknown)] })

  const missing = missingComponents(papers, filed, attached)
  return missing.length > 0
    ? refused('component-missing', { components: missing.map((one) => one.id), names: missing.map((one) => one.name) })
    : done()
}
