import { z } from 'zod'
import { fold, noProcedureFor, type NoProcedure, procedureFields, searchProcedures } from '../../procedures/index.ts'
import { audienceWords, levelWords, onlineLevelWords, say, ui, type Words } from '../../words/index.ts'
import {
  addresses,
  Chips,
  EmptyState,
  Filters,
  Heading,
  LinkList,
  Notice,
  Pagination,
  SearchBox,
  SelectField,
  Telephone,
} from '../ui/index.ts'
import { frameFor } from '../frame.tsx'
import type { PageDoor } from '../visit.ts'
import { addressWith, readCursor, writeCursor } from './cursor.ts'
import { called, show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  found: { vi: 'Kết quả cho “{q}”', en: 'Results for “{q}”' },
  hint: {
    vi: 'Gõ việc cần làm, không cần dấu. Ví dụ: khai sinh, dkks, 1.001193',
    en: 'Type what you need in Vietnamese, with or without marks. For example: khai sinh, dkks, 1.001193',
  },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  level: { vi: 'Cấp giải quyết', en: 'Level' },
  subject: { vi: 'Dành cho', en: 'For' },
  all: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Chưa tìm thấy thủ tục phù hợp', en: 'No procedure found' },
  noneNext: {
    vi: 'Hãy thử từ khác hoặc ngắn hơn, bỏ bớt bộ lọc, hoặc gọi đường dây nóng',
    en: 'Try another or a shorter word, remove a filter, or call the hotline',
  },
  noneWords: {
    vi: 'Gõ tên việc hoặc tên giấy tờ bạn cần, ví dụ: khai sinh, căn cước, hộ kinh doanh, giấy phép xây dựng.',
    en: 'Type the matter or the paper you need in Vietnamese, for example: khai sinh, căn cước, hộ kinh doanh.',
  },
} as const satisfies Record<string, Words>

/** What to say where the catalogue cannot hold what is asked for. */
const elsewhereWords: Record<NoProcedure, { title: Words; text: Words }> = {
  divorce: {
    title: { vi: 'Ly hôn do Tòa án giải quyết', en: 'Divorce is decided by a court' },
    text: {
      vi: 'Ly hôn không phải thủ tục hành chính: bạn nộp đơn tại Tòa án nhân dân. Nếu bạn đã ly hôn ở nước ngoài và cần ghi chú vào sổ hộ tịch, hãy hỏi Bộ phận Một cửa hoặc gọi',
      en: 'Divorce is no administrative procedure: file at the People’s Court. If you divorced abroad and need it noted in the civil-status register, ask the one-stop counter or call',
    },
  },
}

const subjects = ['person', 'organisation'] as const
const levels = ['commune', 'province', 'ministry', 'other'] as const
const query = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  'linh-vuc': z.string().max(200).optional().catch(undefined),
  cap: z.enum(levels).optional().catch(undefined),
  'doi-tuong': z.enum(subjects).optional().catch(undefined),
  tiep: z.string().max(400).optional().catch(undefined),
})
const place = z.object({ rank: z.number(), code: z.string().max(40) })
const pageLength = 20

/** The catalogue: what is asked for and the filters live in the address. */
export const procedures: PageDoor = {
  path: '/thu-tuc',
  for: 'anyone',
  get: async (visit) => {
    const { house, language } = visit
    const t = tellerOf(language)
    const { q, 'linh-vuc': field, cap: level, 'doi-tuong': subject, tiep } = query.parse(visit.query)
    const after = readCursor(place, tiep)
    const [fields, rows, { province }] = await Promise.all([
      procedureFields(house.db),
      searchProcedures(house.db, {
        q,
        limit: pageLength + 1,
        ...(field ? { field } : {}),
        ...(level ? { level } : {}),
        ...(subject ? { subject } : {}),
        ...(after ? { after } : {}),
      }),
      frameFor(visit, { title: '' }),
    ])
    const items = rows.slice(0, pageLength)
    const last = items.at(-1)
    const here = (change: Record<string, string | undefined>) =>
      addressWith(addresses.procedures, { q, 'linh-vuc': field, cap: level, 'doi-tuong': subject, ...change })
    const next =
      rows.length > pageLength && last ? here({ tiep: writeCursor({ rank: last.rank, code: last.code }) }) : undefined
    const title = q ? t(words.found, { q }) : t(words.title)
    const reason = noProcedureFor(fold(q))
    const elsewhere = reason && elsewhereWords[reason]
    return show(
      visit,
      { title, search: false },
      <>
        <Heading>{title}</Heading>
        <SearchBox
          language={language}
          action={addresses.procedures}
          label={say(ui.search.procedures, language)}
          hint={t(words.hint)}
          value={q}
          id="procedures"
        />
        <Filters action={addresses.procedures} language={language}>
          {q && <input type="hidden" name="q" value={q} />}
          <SelectField
            language={language}
            name="linh-vuc"
            label={t(words.field)}
            blank={t(words.all)}
            value={field}
            options={fields.map(({ field: name, count }) => ({ value: name, label: `${name} (${count})` }))}
          />
          <SelectField
            language={language}
            name="cap"
            label={t(words.level)}
            blank={t(words.all)}
            value={level}
            options={levels.map((value) => ({ value, label: t(levelWords[value]!) }))}
          />
          <SelectField
            language={language}
            name="doi-tuong"
            label={t(words.subject)}
            blank={t(words.all)}
            value={subject}
            options={subjects.map((value) => ({ value, label: t(audienceWords[value]!) }))}
          />
        </Filters>
        <Chips
          language={language}
          clear={addressWith(addresses.procedures, { q })}
          chips={[
            ...(field ? [{ label: field, without: here({ 'linh-vuc': undefined }) }] : []),
            ...(level ? [{ label: t(levelWords[level]!), without: here({ cap: undefined }) }] : []),
            ...(subject ? [{ label: t(audienceWords[subject]!), without: here({ 'doi-tuong': undefined }) }] : []),
          ]}
        />
        {elsewhere && (
          <Notice tone="important" title={t(elsewhere.title)}>
            <p>
              {t(elsewhere.text)} <Telephone number={province.hotline} />.
            </p>
          </Notice>
        )}
        {items.length === 0 ? (
          !elsewhere && (
            <EmptyState title={t(words.none)}>
              <p>{t(words.noneWords)}</p>
              <p>
                {t(words.noneNext)} <Telephone number={province.hotline} />.
              </p>
            </EmptyState>
          )
        ) : (
          <LinkList
            links={items.map(({ field: of, levels: at, ...one }) => {
              const { label, beside } = called(one, language)
              return {
                label,
                href: `${addresses.procedures}/${one.code}`,
                note: [
                  ...(beside ? [beside] : []),
                  of,
                  ...at.map((level) => t(levelWords[level]!)),
                  t(onlineLevelWords[one.onlineLevel]!),
                  one.code,
                ].join(', '),
              }
            })}
          />
        )}
        <Pagination language={language} next={next} start={after ? here({}) : undefined} />
      </>,
    )
  },
}
