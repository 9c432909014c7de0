import { type RawBuilder, sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { isNameForEveryday, noProcedureFor } from './everyday.ts'
import { isNearlyIn } from './near.ts'
import { closeTogether, fold, soundOf, waysToAsk } from './search.ts'

export type ListedProcedure = {
  code: string
  name: string
  /** What people call it, and what it is called in English, where the printed name alone would not do. */
  shortName: string | null
  englishName: string | null
  field: string
  levels: string[]
  onlineLevel: string
}
export type Place = { rank: number; code: string }

type Search = {
  q?: string
  field?: string
  level?: string
  /** Whom it must be for: `person` or `organisation`. */
  subject?: string
  /** Only what has a definition here, so that it can be filed. */
  filedHere?: boolean
  limit: number
  after?: Place
}
type Found = ListedProcedure & { rank: number }
type Row = Found & { title: string; sound: string }

/**
 * Procedures by words without marks, abbreviated, misspelt or in everyday words, best first, of equals by code; without words what is filed
 * here stands first. The place of a row depends on the row and the query alone, so a list goes on (`after`) where it stopped, whatever was
 * added meanwhile. What is only nearly written so is looked for where nothing holds the words; what merely shares letters is not found.
 */
export async function searchProcedures(db: Sql, asked: Search): Promise<Found[]> {
  const ways = waysToAsk(asked.q ?? '')
  if (ways.length === 0)
    return listed(await page(db, asked, sql`(case when filed_here then 1 else 0 end)::float8`, sql`true`))
  const holds = sql<boolean>`(${sql.join(ways.map(holdsWords), sql` or `)})`
  const found = await page(db, asked, sql`greatest(${sql.join(ways.map(rankOf))})`, holds)
  const isHeld = found.length > 0 || (asked.after !== undefined && asked.after.rank >= leastHeld)
  const isKnown = noProcedureFor(fold(asked.q ?? '')) !== undefined
  if (isHeld || isKnown || ways.every((way) => /^[\d. ]+$/.test(way))) return listed(found)
  return listed(await nearly(db, asked, otherSounds(ways)))
}

const mostNear = 200

/** The names that are nearly written so, checked word by word; the likest two hundred are looked at. */
async function nearly(db: Sql, asked: Search, ways: readonly string[]): Promise<Row[]> {
  const spoken = ways.map((text) => ({ text, sound: soundOf(text) }))
  const near = sql<boolean>`(${sql.join(
    ways.map((way) => sql`${way} <% title`),
    sql` or `,
  )})`
  const { after, limit, ...all } = asked
  const rows = await page(db, { ...all, limit: mostNear }, sql`greatest(${sql.join(ways.map(nearnessOf))})`, near)
  return rows
    .filter(({ title, sound }) => spoken.some((way) => isNearlyIn(way, { text: title, sound })))
    .filter(({ rank, code }) => !after || rank < after.rank || (rank === after.rank && code > after.code))
    .slice(0, limit)
}

/** One of the ways that sound the same: each costs a search of its own. */
function otherSounds(ways: readonly string[]): string[] {
  return [...new Map(ways.map((way) => [soundOf(way), way])).values()]
}

function listed(rows: readonly Row[]): Found[] {
  return rows.map(({ title: _title, sound: _sound, ...row }) => row)
}

/** The least rank of what holds the words; what is only nearly written so stays below it. */
const leastHeld = 30

async function page(
  db: Sql,
  { field, level, subject, filedHere, after, limit }: Search,
  rank: RawBuilder<unknown>,
  fits: RawBuilder<boolean>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select code, name, title, sound, "shortName", "englishName", field, levels, "onlineLevel", rank
    from (
      select code, name, title, sound, short_name as "shortName", english_name as "englishName", field, levels,
        online_level as "onlineLevel", ${rank} as rank
      from procedures.procedure
      where state = 'published'
        and ${fits}
        ${field ? sql`and ground.fold(field) = ground.fold(${field})` : sql``}
        ${level ? sql`and ${level} = any(levels)` : sql``}
        ${subject ? sql`and ${subject} = any(audience)` : sql``}
        ${filedHere ? sql`and filed_here` : sql``}
    ) as found
    ${after ? sql`where rank < ${after.rank}::float8 or (rank = ${after.rank}::float8 and code > ${after.code})` : sql``}
    order by rank desc, code
    limit ${limit}`.execute(db)
  return rows
}

const most = 12
const literally = (text: string) => text.replaceAll(/[%_\\]/g, '\\$&')
const wordsOf = (text: string) => text.split(' ').slice(0, most)

/**
 * All words stand somewhere, by letter or by sound, as words of their own, the last one perhaps unfinished; each `like` uses the trigram
 * index, which `like all` would not. Two or three words must stand together: apart they are met anywhere. By sound only what also looks alike.
 */
function holdsWords(asked: string): RawBuilder<boolean> {
  const sound = soundOf(asked)
  const letters = together(wordsOf(asked))
  if (isNameForEveryday(asked))
    return sql<boolean>`(${letters} and ' ' || title || ' ' like all (${allOf(asked)}::text[]))`
  if (sound === asked) return letters
  return sql<boolean>`(${letters} or (${together(wordsOf(sound))} and word_similarity(${asked}, title) > ${leastAlike}))`
}

/** All words, each as a word of its own, the last one perhaps unfinished. */
function allOf(asked: string): string[] {
  const words = wordsOf(asked)
  return words.map((word, at) => (at === words.length - 1 ? `% ${literally(word)}%` : `% ${literally(word)} %`))
}

/** How alike a name must look that only sounds alike: *giá vàng* is no *đã vận*. */
const leastAlike = 0.45
const mostTogether = 3

function together(words: readonly string[]): RawBuilder<boolean> {
  const part = (word: string, at: number) =>
    /\d/.test(word)
      ? `%${literally(word)}%`
      : at === words.length - 1
        ? `% ${literally(word)}%`
        : `% ${literally(word)} %`
  const all = words.map((word, at) => sql`search like ${part(word, at)}`)
  const close = words.length > 1 && words.length <= mostTogether ? [sql`search ~ ${closeTogether(words)}`] : []
  return sql<boolean>`(${sql.join([...all, ...close], sql` and `)})`
}

/**
 * How well a way of asking fits: its code, its whole name or another of its names, a name that begins with it or with *cấp* and it, a name
 * that holds it, its initials, all words of it in the name, by sound, initials in the middle, all words anywhere. Within one step the name
 * that holds little else comes first, then what is filed here, what is for persons and what a commune settles, because that is what most people come for.
 */
function rankOf(asked: string): RawBuilder<number> {
  const text = literally(asked)
  const sound = soundOf(asked)
  const initialsInside = !asked.includes(' ') && asked.length >= 3 ? text : '-'
  return sql<number>`(
    case
      when code = ${asked} then 200
      when title = ${asked} then 90
      when title = ${`cap ${asked}`} then 86
      when search like ${`%| ${text} |%`} then 84
      when title like ${`${text} %`} then 80
      when title like ${`cap ${text} %`} then 78
      when ' ' || title || ' ' like ${`% ${text} %`} then 68
      when initials = ${asked} then 65
      when sound like ${`${literally(sound)} %`} or sound like ${`cap ${literally(sound)} %`} then 60
      when ' ' || sound || ' ' like ${`% ${literally(sound)} %`} then 56
      when ' ' || title || ' ' like all (${allOf(asked)}::text[]) then 50
      when initials like ${`%${initialsInside}%`} then 45
      when ' ' || sound || ' ' like all (${allOf(sound)}::text[]) then 42
      when search like all (${allOf(asked)}::text[]) then 38
      else ${leastHeld}
    end::float8 + ${weight(asked)})`
}

/** How nearly a name is written so; always below what holds the words. */
function nearnessOf(asked: string): RawBuilder<number> {
  return sql<number>`(15.0 * word_similarity(${asked}, title) + ${weight(asked)})`
}

/** At most 12.5, so that a step of `rankOf` is only crossed by its neighbour, and nearness never reaches it. */
function weight(asked: string): RawBuilder<number> {
  return sql<number>`8.0::float8 * least(1.0, ${asked.length}::float8 / greatest(length(title), 1))
    + case when filed_here then 2.0 else 0.0 end
    + case when 'person' = any(audience) then 1.0 else 0.0 end
    + case when 'commune' = any(levels) then 1.5 when 'province' = any(levels) then 0.5 else 0.0 end`
}

/** The fields of the catalogue with how many procedures stand in each. */
export async function procedureFields(db: Sql): Promise<{ field: string; count: number }[]> {
  return db
    .selectFrom('procedures.procedure')
    .select((eb) => ['field', eb.fn.countAll<number>().as('count')])
    .where('state', '=', 'published')
    .groupBy('field')
    .orderBy('field')
    .execute()
}
