import type { LegLine } from '../../dossiers/index.ts'
import type { Language, Words } from '../../words/index.ts'
import { tellerOf, Vietnamese } from '../public/show.tsx'
import { DateTime, DefinitionList, instantWords, Section, SummaryList } from '../ui/index.ts'

const words = {
  title: { vi: 'Các nơi cùng giải quyết', en: 'Who else works on it' },
  lead: { vi: 'Chủ trì giải quyết, đến {due}', en: 'Leads the work, until {due}' },
  joint: { vi: '{work}. Thời hạn {due}', en: '{work}. Until {due}' },
  opinion: { vi: 'Đang được hỏi ý kiến, trả lời trước {due}', en: 'Is asked for its opinion, answers by {due}' },
  agreed: { vi: 'Hết thời hạn hỏi ý kiến, coi như đồng ý', en: 'Did not answer in time and is taken to agree' },
  unanswered: { vi: 'Đã hết thời hạn hỏi ý kiến, chưa trả lời', en: 'Has not answered in time' },
  late: { vi: 'Đã trả lời sau thời hạn', en: 'Answered, after its time' },
  answered: { vi: 'Đã làm xong phần việc', en: 'Has done its part' },
  opined: { vi: 'Đã gửi ý kiến', en: 'Has given its opinion' },
  cancelled: { vi: 'Không còn cần', en: 'No longer needed' },
  visit: { vi: 'Lịch hẹn xác minh', en: 'Visit to verify the facts' },
  when: { vi: 'Thời gian', en: 'When' },
  place: { vi: 'Địa điểm', en: 'Where' },
  participants: { vi: 'Thành phần tham gia', en: 'Who takes part' },
  papers: {
    vi: 'Giấy tờ cần mang: bản gốc, bản chính hoặc bản sao có chứng thực',
    en: 'Papers to bring: original, main copy or certified copy',
  },
  content: { vi: 'Nội dung xác minh', en: 'What is looked at' },
} as const satisfies Record<string, Words>

/** Who works on it besides, until when, in plain words; and the visit that is set, if one is. */
export function Others({ legs, language }: { legs: readonly LegLine[]; language: Language }) {
  const t = tellerOf(language)
  const others = legs.filter(({ kind }) => kind === 'opinion' || kind === 'joint' || kind === 'lead')
  const visit = legs.findLast(({ kind, outcome }) => kind === 'verification' && outcome === null)
  return (
    <>
      {visit?.due && visit.asked && (
        <Section title={t(words.visit)}>
          <DefinitionList
            rows={[
              { label: t(words.when), value: <DateTime at={visit.due} language={language} /> },
              ...(['place', 'participants', 'content'] as const).map((name) => ({
                label: t(words[name]),
                value: <Vietnamese language={language}>{visit.asked?.[name] ?? '–'}</Vietnamese>,
              })),
              ...(visit.asked.papers
                ? [
                    {
                      label: t(words.papers),
                      value: (
                        <Vietnamese language={language}>
                          {visit.asked.papers.map(({ name }) => name).join('; ')}
                        </Vietnamese>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t(words.title)}>
          <SummaryList
            language={language}
            rows={others.map((leg) => ({ label: leg.agency?.name ?? '', value: said(leg, language) }))}
          />
        </Section>
      )}
    </>
  )
}

function said({ kind, outcome, due, asked }: LegLine, language: Language): string {
  const t = tellerOf(language)
  const gaps = { work: asked?.work ?? '', due: due ? instantWords(due, language) : '–' }
  if (outcome === null) return t(words[kind === 'joint' || kind === 'lead' ? kind : 'opinion'], gaps)
  if (outcome === 'answered') return t(kind === 'opinion' ? words.opined : words.answered)
  return t(outcome === 'disputed' ? words.answered : words[outcome])
}
