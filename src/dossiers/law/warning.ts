/** To whom a warning goes: who holds the dossier, who leads there, the director of the one-stop centre. */
export type Warned = 'officer' | 'leader' | 'director'

/** Of a stretch of time: how many hundredths are used up, and who hears of it. */
export type WarningLevel = { readonly percent: number; readonly to: readonly Warned[] }

/** One warning that is due, as it lies in the book of warnings. */
export type DueWarning = { readonly dossier: string; readonly about: string; readonly percent: number }

/**
 * Of several warnings about the same time that fall together, because nobody worked or the clock was set forward, only the most urgent is said; who hears of the
 * lower ones hears of it too. The others count as given.
 * @law unconfirmed (mốc nhắc việc)
 * @req S3A-12.3a
 */
export function mostUrgent<W extends DueWarning>(due: readonly W[]): { said: W[]; passedOver: W[] } {
  const said = [...Map.groupBy(due, ({ dossier, about }) => `${dossier} ${about}`).values()].map((same) =>
    same.reduce((most, one) => (one.percent > most.percent ? one : most)),
  )
  return { said, passedOver: due.filter((one) => !said.includes(one)) }
}

/**
 * Who hears that so much of the time is used up: everybody whom this level or a lower one names, so that nobody is left out when a lower one was passed over.
 * @law unconfirmed (mốc nhắc việc)
 * @req S3A-12.3a
 */
export function hearers(levels: readonly WarningLevel[], percent: number): Warned[] {
  return [...new Set(levels.filter((level) => level.percent <= percent).flatMap(({ to }) => to))]
}
