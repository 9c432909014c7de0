import { openUnit, openUnitBody, unitByIdentifier } from '../../organisations/index.ts'
import { duties, unitKinds, unitLevels } from '../../organisations/law/index.ts'
import { dutyWords, refusalWords, say } from '../../words/index.ts'
import { officerDoor, officerPage } from '../officer/desk.ts'
import { freshOnce, onceOf } from '../public/show.tsx'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Heading,
  type Problem,
  problemOf,
  SelectField,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { typedUnit, UnitFields, unitNames, unitProblems } from './unit-fields.tsx'
import { words } from './unit-words.ts'

const list = '/quan-tri/to-chuc'
const here = `${list}/moi`
const names = { ...unitNames, parent: 'cap-tren', kind: 'loai', level: 'cap', identifier: 'ma', duty: 'chuyen-nganh' }

/** A unit of any kind is added to the tree. */
export const newUnitPage = officerDoor(here, {
  may: 'manage-organisations',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const text = (name: string) => form.fields[name]?.trim().normalize('NFC') ?? ''
    const parent = await unitByIdentifier(house.db, text(names.parent))
    const read = openUnitBody.safeParse({
      ...typedUnit(visit),
      parent: parent?.id,
      kind: text(names.kind),
      level: text(names.level),
      identifier: text(names.identifier),
      duty: text(names.duty) || null,
    })
    const wrong = read.success
      ? []
      : unitProblems(
          read.error.issues.map(({ path }) => path),
          names,
          visit,
        )
    const problems = wrong.map((one) =>
      one.field === names.parent ? { ...one, message: say(words.unknownUnit, language) } : one,
    )
    if (!read.success) return page(visit, problems)
    const made = await house.atDeskOnce(
      viewer,
      onceOf(visit),
      (desk) => openUnit(desk, read.data),
      ({ id }) => ({ status: 201, resource: id }),
    )
    if (!made.ok) {
      const field = made.refusal === 'identifier-taken' ? names.identifier : names.parent
      return page(visit, [{ field, message: say(refusalWords[made.refusal], language) }])
    }
    const { value } = made
    return { redirect: `${list}/${value.repeated ? value.resource : value.value.id}?xong=them` }
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, csrf, form, query } = visit
  const title = say(words.newTitle, language)
  const field = (part: 'parent' | 'kind' | 'level' | 'identifier' | 'duty') => ({
    language,
    name: names[part],
    label: say(words[part], language),
    value: form.fields[names[part]] ?? (part === 'parent' ? query['cap-tren'] : undefined),
    error: problemOf(problems, names[part]),
  })
  const options = (table: Readonly<Record<string, { vi: string; en: string }>>) =>
    Object.entries(table).map(([value, said]) => ({ value, label: say(said, language) }))
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <BackLink href={list} label={say(words.back, language)} language={language} />
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={say(words.newLead, language)}>{title}</Heading>
      <Form action={here} csrf={csrf} hidden={freshOnce()}>
        <TextField {...field('parent')} width="medium" autocomplete="off" spellcheck={false} />
        <SelectField {...field('kind')} blank={say(words.choose, language)} options={options(unitKinds)} />
        <SelectField {...field('level')} blank={say(words.choose, language)} options={options(unitLevels)} />
        <TextField
          {...field('identifier')}
          hint={say(words.identifierHint, language)}
          width="medium"
          autocomplete="off"
          spellcheck={false}
        />
        <SelectField
          {...field('duty')}
          optional
          blank={say(words.noDuty, language)}
          options={duties.map((duty) => ({ value: duty, label: say(dutyWords[duty], language) }))}
        />
        <UnitFields visit={visit} problems={problems} />
        <Button>{say(words.add, language)}</Button>
      </Form>
    </>,
    problems.length > 0 ? 422 : 200,
  )
}
