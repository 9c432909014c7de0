import type { Definition } from './definition.ts'
import type { Language } from './form-messages.ts'

/** Every sentence a procedure says of its papers, results and fees, once. */
export function textsTold({
  components,
  results,
  fees,
}: Pick<Definition, 'components' | 'results' | 'fees'>): string[] {
  const said = [
    ...components.flatMap(({ name, hint, case: when, waivedWhen }) => [name, hint, when, waivedWhen?.text]),
    ...results.map(({ name }) => name),
    ...fees.rules.flatMap(({ name, note, amount }) => [
      name,
      note,
      ...(amount.kind === 'per-unit'
        ? [amount.unit, amount.capPerCopy === undefined ? undefined : amount.copyUnit]
        : []),
    ]),
    ...fees.exemptions.map(({ text }) => text),
    ...fees.notes,
  ]
  return [...new Set(said.filter((text) => text !== undefined))]
}

/** The English words of a text of the procedure; none where only what was published, in Vietnamese, can be shown. */
export function inEnglish({ words }: Pick<Definition, 'words'>, text: string): string | undefined {
  return words && Object.hasOwn(words, text) ? words[text]?.en : undefined
}

/** A text of the procedure for a reader of this language. */
export function toldIn(procedure: Pick<Definition, 'words'>, text: string, language: Language): string {
  return (language === 'en' ? inEnglish(procedure, text) : undefined) ?? text
}
