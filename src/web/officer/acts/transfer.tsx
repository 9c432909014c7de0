import { historyOf } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { problemOf, Section, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  conclusion: { vi: 'Kết quả thẩm tra và đề nghị', en: 'What you found and propose' },
  hint: { vi: 'Lãnh đạo và cơ quan tiếp theo đọc nội dung này.', en: 'Read by the leader and by the next agency.' },
  needed: { vi: 'Ghi kết quả thẩm tra và đề nghị', en: 'Write what you found and propose' },
  lead: {
    vi: 'Hồ sơ chuyển đến cơ quan tiếp theo của quy trình; cơ quan đó phân công, thẩm định và quyết định. Kết quả trả tại nơi đã tiếp nhận.',
    en: 'The dossier goes to the next agency of the process, which assigns, examines and decides. The result comes back to the same counter.',
  },
} as const satisfies Record<string, Words>

/** The officer has done what this agency does and proposes that the next one goes on. */
export const proposeTransfer = actDoor({
  act: 'propose-transfer',
  fields: (acting) => (
    <TextArea
      language={acting.visit.language}
      name="conclusion"
      label={say(words.conclusion, acting.visit.language)}
      hint={say(words.hint, acting.visit.language)}
      value={value(acting, 'conclusion')}
      maxlength={4000}
      {...errorOf(problemOf(acting.problems, 'conclusion'))}
    />
  ),
  read: (acting) => {
    const conclusion = value(acting, 'conclusion').trim()
    if (conclusion) return { body: { conclusion } }
    return { problems: [{ field: 'conclusion', message: say(words.needed, acting.visit.language) }] }
  },
})

/** The leader reads what was found and lets it go on. */
export const passOn = actDoor({
  act: 'pass-on',
  others: ['send-back'],
  fields: async ({ at, dossier, visit: { language } }) => {
    const said = (await historyOf(at, dossier.id)).findLast(({ event }) => event === 'transfer-proposed')
    return (
      <>
        <Section title={say(words.conclusion, language)}>
          <p class="prose">{said?.words?.['conclusion'] ?? '–'}</p>
        </Section>
        <p>{say(words.lead, language)}</p>
      </>
    )
  },
  read: () => ({ body: {} }),
})
