/** The two languages of the house. Vietnamese is the source; English stands beside it. */
export type Language = 'vi' | 'en'

/** One text in both languages. Gaps are written `{name}`. */
export type Words = { readonly vi: string; readonly en: string }

export const languages = ['vi', 'en'] as const satisfies readonly Language[]

export function isLanguage(text: unknown): text is Language {
  return text === 'vi' || text === 'en'
}

export function otherLanguage(language: Language): Language {
  return language === 'vi' ? 'en' : 'vi'
}

export type Gaps = Readonly<Record<string, string | number | bigint>>

/** The text in this language with its gaps filled. Throws when a gap has no filling: half a sentence never leaves. */
export function say(words: Words, language: Language, gaps: Gaps = {}): string {
  return words[language].replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const filling = gaps[name]
    if (filling === undefined) throw new RangeError(`no filling for the gap ${name} in: ${words[language]}`)
    return String(filling)
  })
}
