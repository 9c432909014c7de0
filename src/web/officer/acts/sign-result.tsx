import { refusalText, say, type Words } from '../../../words/index.ts'
import { DefinitionList, problemOf } from '../../ui/index.ts'
import { actDoor } from './door.tsx'
import { draftPanel } from './draft.tsx'
import { Pin, pinRefusals } from './pin.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  capacity: { vi: 'Tư cách ký', en: 'In the capacity of' },
  person: { vi: 'Cá nhân: {name}, {title}', en: 'Person: {name}, {title}' },
  organisation: { vi: 'Cơ quan: {agency}, do {name} thực hiện', en: 'Organisation: {agency}, by {name}' },
  effect: { vi: 'Sau khi ký', en: 'After signing' },
  personEffect: {
    vi: 'Kết quả chuyển đến văn thư để ký số của cơ quan.',
    en: 'The result goes to the records clerk for the organisation’s signature.',
  },
  organisationEffect: {
    vi: 'Kết quả được cấp số và ban hành; thời hạn giải quyết dừng lại.',
    en: 'The result takes its number and is issued; the clock stops.',
  },
} as const satisfies Record<string, Words>

/** The leader signs as a person, then the records clerk for the organisation: the same form, each in their capacity. */
export const signResult = actDoor({
  act: 'sign-result',
  fields: async (acting) => {
    const { visit, problems } = acting
    const { language } = visit
    return (
      <>
        {await draftPanel(acting)}
        <DefinitionList
          rows={[
            { label: say(words.capacity, language), value: capacity(acting) },
            {
              label: say(words.effect, language),
              value: say(acting.step.as === 'person' ? words.personEffect : words.organisationEffect, language),
            },
          ]}
        />
        <Pin language={language} error={problemOf(problems, 'pin')} />
      </>
    )
  },
  read: (acting) => {
    const pin = value(acting, 'pin').trim()
    return { body: { as: acting.step.as, draft: value(acting, 'draft'), ...(pin ? { pin } : {}) } }
  },
  places: (no, { visit: { language } }) =>
    pinRefusals.includes(no.refusal) ? [{ field: 'pin', message: refusalText(no, language) }] : [],
})

function capacity({ step, visit: { viewer, language }, dossier, view }: Acting): string {
  const post = viewer.posts.find(({ role, agency }) => role === step.who && agency === dossier.agency)
  return say(step.as === 'person' ? words.person : words.organisation, language, {
    name: viewer.name,
    title: post?.title ?? '',
    agency: view.agency.name,
  })
}
