import { z } from 'zod'
import { dayOf } from '../../ground/day.ts'
import { counters as countersOf } from '../../organisations/index.ts'
import { say, sessionsWords, ui, weekRows, type Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import {
  addresses,
  DayText,
  DefinitionList,
  EmptyState,
  Heading,
  Pagination,
  SearchBox,
  Section,
  Telephone,
} from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { addressWith, readCursor, writeCursor } from './cursor.ts'
import { holidayIn } from './holiday-words.ts'
import { calendarIfAny, specialDaysAhead, todayWords } from './hours.ts'
import { show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Nơi tiếp nhận', en: 'Counters' },
  lead: {
    vi: 'Nộp hồ sơ, hỏi hướng dẫn và nhận kết quả. Ở đâu cũng giúp bạn nộp trực tuyến đến đúng cơ quan.',
    en: 'File, ask for help and collect results. Any counter helps you file online to the right agency.',
  },
  find: { vi: 'Tìm theo tên xã, phường hoặc địa chỉ', en: 'Find by commune, ward or address' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  hours: { vi: 'Giờ làm việc', en: 'Office hours' },
  ahead: { vi: 'Ngày nghỉ và ngày làm bù sắp tới', en: 'Days off and worked in exchange, coming up' },
  none: { vi: 'Không thấy nơi tiếp nhận nào như vậy', en: 'No such counter' },
  noneNext: {
    vi: 'Hãy thử tên xã, phường, hoặc gọi đường dây nóng',
    en: 'Try the name of a commune or ward, or call the hotline',
  },
  all: { vi: 'Xem tất cả nơi tiếp nhận', en: 'See all counters' },
} as const satisfies Record<string, Words>

const place = z.object({ identifier: z.string().max(40) })
const pageLength = 20

/** Where to go, when it is open, whom to call. */
export const counters: PageDoor = {
  path: '/noi-tiep-nhan',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now, query } = visit
    const t = tellerOf(language)
    const q = (query['q'] ?? '').trim().slice(0, 100)
    const after = readCursor(place, query['tiep'])?.identifier
    const [rows, calendar, { province }] = await Promise.all([
      countersOf(house.db, { q, after, limit: pageLength + 1 }),
      calendarIfAny(house.db, now),
      frameFor(visit, { title: '' }),
    ])
    const shown = rows.slice(0, pageLength)
    const last = shown.at(-1)
    const next = rows.length > pageLength && last ? writeCursor({ identifier: last.identifier }) : undefined
    const special = calendar ? specialDaysAhead(calendar, dayOf(now), 60) : []
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        {calendar && (
          <Section title={t(words.hours)}>
            <p>{todayWords(calendar, dayOf(now), language)}.</p>
            <DefinitionList
              rows={weekRows(calendar.hours, language).map(({ days, hours }) => ({ label: days, value: hours }))}
            />
            {special.length > 0 && (
              <>
                <h3>{t(words.ahead)}</h3>
                <DefinitionList
                  rows={special.map(({ day, name, kind, sessions }) => ({
                    label: holidayIn(name, language) ?? name,
                    value: (
                      <>
                        <DayText day={day} language={language} />
                        {(kind === 'half-day' || kind === 'swap-work') &&
                          sessions &&
                          `, ${sessionsWords(sessions, language)}`}
                      </>
                    ),
                  }))}
                />
              </>
            )}
          </Section>
        )}
        <SearchBox language={language} action={addresses.counters} label={t(words.find)} value={q} id="counters" />
        {shown.length === 0 && (
          <EmptyState title={t(words.none)}>
            <p>
              {t(words.noneNext)} <Telephone number={province.hotline} />.
            </p>
            <p>
              <a href={addresses.counters}>{t(words.all)}</a>
            </p>
          </EmptyState>
        )}
        {shown.map((unit) => (
          <section class="section" id={unit.id}>
            <h2>
              <Vietnamese language={language}>{unit.name}</Vietnamese>
            </h2>
            <DefinitionList
              rows={[
                {
                  label: t(words.address),
                  value: <Vietnamese language={language}>{unit.address ?? unit.place}</Vietnamese>,
                },
                {
                  label: unit.phone ? t(words.phone) : say(ui.help.hotline, language),
                  value: <Telephone number={unit.phone ?? province.hotline} />,
                },
              ]}
            />
          </section>
        ))}
        <Pagination
          language={language}
          next={next && addressWith(addresses.counters, { q, tiep: next })}
          start={after ? addressWith(addresses.counters, { q }) : undefined}
        />
      </>,
    )
  },
}
