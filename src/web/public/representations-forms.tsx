import { representationKinds } from '../../accounts/law/index.ts'
import { maxFileBytes } from '../../documents/index.ts'
import {
  Button,
  Buttons,
  DateParts,
  FileField,
  Form,
  type Problem,
  problemOf,
  RadioGroup,
  TextField,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { kindWords, words } from './representations-words.ts'
import { tellerOf } from './show.tsx'

type FormProps = { visit: SignedVisit; problems: readonly Problem[]; here: string }

/** The fields of the form that was sent keep what was typed; the other form stays empty. */
function fieldsOf({ visit, problems }: Pick<FormProps, 'visit' | 'problems'>, viec: 'cu' | 'gui') {
  const { language, form } = visit
  const typed: Readonly<Record<string, string | undefined>> = form.fields['viec'] === viec ? form.fields : {}
  const field = (name: keyof typeof words, wide = false) => ({
    language,
    name,
    label: tellerOf(language)(words[name]),
    value: typed[name],
    error: problemOf(problems, name),
    ...(wide ? {} : { width: 'medium' as const }),
  })
  const day = (which: 'from' | 'until') => {
    const name = viec === 'cu' ? `cu-${which}` : which
    return {
      language,
      name,
      label: tellerOf(language)(words[which]),
      error: problemOf(problems, name),
      value: { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] },
    }
  }
  return { typed, field, day }
}

/** Appointing somebody by name and number. */
export function GrantForm(props: FormProps) {
  const { language, csrf } = props.visit
  const t = tellerOf(language)
  const { field, day } = fieldsOf(props, 'cu')
  return (
    <Form action={props.here} csrf={csrf} multipart hidden={{ viec: 'cu' }}>
      <p class="prose">{t(words.grantText)}</p>
      <TextField {...field('agentName', true)} autocomplete="off" maxlength={120} />
      <TextField {...field('agentNumber')} inputmode="numeric" autocomplete="off" spellcheck={false} />
      <DateParts {...day('from')} />
      <DateParts {...day('until')} optional />
      <Buttons>
        <Button>{t(words.appoint)}</Button>
      </Buttons>
    </Form>
  )
}

/** Asking to represent somebody, with the paper that says so. */
export function AskForm(props: FormProps) {
  const { language, csrf } = props.visit
  const t = tellerOf(language)
  const { typed, field, day } = fieldsOf(props, 'gui')
  const choice = (name: 'kind' | 'of') => ({
    language,
    name,
    label: t(words[name]),
    value: typed[name],
    error: problemOf(props.problems, name),
  })
  return (
    <Form action={props.here} csrf={csrf} multipart hidden={{ viec: 'gui' }}>
      <p class="prose">{t(words.askText)}</p>
      <RadioGroup
        {...choice('kind')}
        options={representationKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
      />
      <RadioGroup
        {...choice('of')}
        inline
        options={(['person', 'organisation'] as const).map((value) => ({ value, label: t(words[value]) }))}
      />
      <TextField {...field('name', true)} autocomplete="off" maxlength={120} />
      <TextField {...field('identityNumber')} inputmode="numeric" autocomplete="off" spellcheck={false} />
      <TextField
        {...field('representative', true)}
        hint={t(words.representativeHint)}
        autocomplete="off"
        maxlength={120}
        optional
      />
      <DateParts {...day('from')} />
      <DateParts {...day('until')} optional />
      <FileField
        language={language}
        name="file"
        label={t(words.file)}
        error={problemOf(props.problems, 'file')}
        types={['PDF', 'JPEG', 'PNG']}
        maxBytes={maxFileBytes}
      />
      <Buttons>
        <Button>{t(words.send)}</Button>
      </Buttons>
    </Form>
  )
}
