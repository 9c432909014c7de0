import { dayOf } from '../../ground/day.ts'
import { counters } from '../../organisations/index.ts'
import { procedureFields, searchProcedures } from '../../procedures/index.ts'
import { levelWords, onlineLevelWords, say, ui, type Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import {
  addresses,
  Columns,
  Door,
  Doors,
  Heading,
  LinkList,
  SearchBox,
  Section,
  Telephone,
  placeWords,
} from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { addressWith } from './cursor.ts'
import { calendarIfAny, todayWords } from './hours.ts'
import { called, show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Trang chủ', en: 'Home' },
  heading: { vi: 'Dịch vụ công {province}', en: 'Public services of {province}' },
  want: { vi: 'Tôi muốn làm gì?', en: 'What do I want to do?' },
  wantHint: { vi: 'Ví dụ: khai sinh, dang ky kinh doanh', en: 'For example: khai sinh, dang ky kinh doanh' },
  where: { vi: 'Hồ sơ của tôi đến đâu?', en: 'Where is my dossier?' },
  lookup: { vi: 'Tra cứu hồ sơ', en: 'Look up a dossier' },
  lookupHint: { vi: 'Gõ mã hồ sơ ghi trên giấy tiếp nhận', en: 'Type the code printed on your receipt' },
  go: { vi: 'Tôi cần đi đâu?', en: 'Where do I go?' },
  allCounters: { vi: 'Xem tất cả nơi tiếp nhận', en: 'See all counters' },
  usual: { vi: 'Thủ tục', en: 'Procedures' },
  all: { vi: 'Xem tất cả thủ tục', en: 'See all procedures' },
  fields: { vi: 'Theo lĩnh vực', en: 'By field' },
  one: { vi: '1 thủ tục', en: '1 procedure' },
  count: { vi: '{count} thủ tục', en: '{count} procedures' },
  more: { vi: 'Việc khác', en: 'More' },
  verify: { vi: 'Xác minh một giấy tờ', en: 'Verify a paper' },
  verifyNote: {
    vi: 'Kiểm tra mã in trên kết quả có thật không.',
    en: 'Check whether the code on a result is genuine.',
  },
  register: { vi: 'Tạo tài khoản', en: 'Create an account' },
  registerNote: {
    vi: 'Để nộp hồ sơ trực tuyến và giữ giấy tờ điện tử.',
    en: 'To file online and keep electronic papers.',
  },
} as const satisfies Record<string, Words>

/** The first screen: three questions a visitor comes with, answered without scrolling on a small telephone. */
export const home: PageDoor = {
  path: '/',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now } = visit
    const t = tellerOf(language)
    const [{ province }, calendar, near, listed, fields] = await Promise.all([
      frameFor(visit, { title: '' }),
      calendarIfAny(house.db, now),
      counters(house.db, { limit: 2 }),
      searchProcedures(house.db, { limit: 6 }),
      procedureFields(house.db),
    ])
    const own = { title: t(words.title), search: false }
    return show(
      visit,
      own,
      <>
        <Heading large>{t(words.heading, { province: placeWords(province, language) })}</Heading>
        <Doors>
          <Door question={t(words.want)}>
            <SearchBox
              language={language}
              action={addresses.procedures}
              label={say(ui.search.procedures, language)}
              quiet
              hint={t(words.wantHint)}
              id="procedures"
            />
          </Door>
          <Door question={t(words.where)}>
            <SearchBox
              language={language}
              action={addresses.lookup}
              label={t(words.lookup)}
              quiet
              hint={t(words.lookupHint)}
              submit={say(ui.page.lookup, language)}
              name="ma"
              id="lookup"
              kind="second"
            />
          </Door>
          <Door question={t(words.go)}>
            {near.slice(0, 1).map(({ id, name }) => (
              <p>
                <a href={`${addresses.counters}#${id}`}>
                  <Vietnamese language={language}>{name}</Vietnamese>
                </a>
              </p>
            ))}
            {calendar && <p class="small muted">{todayWords(calendar, dayOf(now), language)}</p>}
            <p>
              {say(ui.help.hotline, language)}: <Telephone number={province.hotline} />
            </p>
            {near.length > 1 && (
              <p>
                <a href={addresses.counters}>{t(words.allCounters)}</a>
              </p>
            )}
          </Door>
        </Doors>
        <Columns
          aside={
            <>
              <Section title={t(words.fields)}>
                <LinkList
                  links={fields.slice(0, 8).map(({ field, count }) => ({
                    label: field,
                    href: addressWith(addresses.procedures, { 'linh-vuc': field }),
                    note: count === 1 ? t(words.one) : t(words.count, { count }),
                  }))}
                />
              </Section>
              <Section title={t(words.more)}>
                <LinkList
                  links={[
                    { label: t(words.verify), href: '/xac-minh', note: t(words.verifyNote) },
                    ...(visit.viewer
                      ? []
                      : [{ label: t(words.register), href: '/dang-ky', note: t(words.registerNote) }]),
                  ]}
                />
              </Section>
            </>
          }
        >
          <Section title={t(words.usual)}>
            <LinkList
              links={listed.map(({ levels, onlineLevel, ...one }) => {
                const { label, beside } = called(one, language)
                const said = [...levels.map((level) => levelWords[level]), onlineLevelWords[onlineLevel]]
                return {
                  label,
                  href: `${addresses.procedures}/${one.code}`,
                  note: [...(beside ? [beside] : []), ...said.map((words) => words && t(words))].join(', '),
                }
              })}
            />
            <p>
              <a href={addresses.procedures}>{t(words.all)}</a>
            </p>
          </Section>
        </Columns>
      </>,
    )
  },
}
