import type { DeviceLine } from '../../organisations/index.ts'
import { say } from '../../words/index.ts'
import {
  Button,
  FileField,
  Form,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import type { Found } from './device-trial.ts'
import { words } from './device-words.ts'

type Props = {
  visit: SignedVisit
  device: DeviceLine
  here: string
  found: readonly Found[]
  problems: readonly Problem[]
  maxBytes: number
}

/** How a device is tried out from the browser, and what the trial just made showed. */
export function Trial({ visit: { language, csrf }, device, here, found, problems, maxBytes }: Props) {
  const results = found.map(({ isGood, what }) => (
    <Notice
      tone={isGood ? 'success' : 'important'}
      title={say(isGood ? words.good : words.bad, language, { what: say(what, language) })}
    />
  ))
  if (device.kind === 'printer')
    return (
      <>
        <p class="prose">{say(words.tryPrinter, language)}</p>
        <p>
          <a href={`${here}/in-thu`}>{say(words.openSlip, language)}</a>
        </p>
      </>
    )
  if (device.kind === 'scanner')
    return (
      <>
        {results}
        <p class="prose">{say(words.tryScanner, language)}</p>
        <Form action={here} csrf={csrf} multipart hidden={{ viec: 'quet' }}>
          <FileField
            language={language}
            name="ban-quet"
            label={say(words.scan, language)}
            error={problemOf(problems, 'ban-quet')}
            types={['PDF', 'JPEG', 'PNG']}
            maxBytes={maxBytes}
          />
          <Button>{say(words.check, language)}</Button>
        </Form>
      </>
    )
  return (
    <>
      {results}
      <p class="prose">{say(words.tryReader, language)}</p>
      <Form action={here} csrf={csrf} hidden={{ viec: 'doc' }}>
        <TextArea
          language={language}
          name="noi-dung"
          label={say(words.read, language)}
          error={problemOf(problems, 'noi-dung')}
          rows={2}
          maxlength={1000}
        />
        <Button>{say(words.check, language)}</Button>
      </Form>
    </>
  )
}

export function Record({
  visit: { language, csrf, form },
  here,
  problems,
}: {
  visit: SignedVisit
  here: string
  problems: readonly Problem[]
}) {
  return (
    <Form action={here} csrf={csrf} hidden={{ viec: 'ghi' }}>
      <RadioGroup
        language={language}
        name="ket-qua"
        label={say(words.works2, language)}
        inline
        value={form.fields['ket-qua']}
        error={problemOf(problems, 'ket-qua')}
        options={[
          { value: 'co', label: say(words.yes, language) },
          { value: 'khong', label: say(words.no, language) },
        ]}
      />
      <TextField
        language={language}
        name="ghi-chu"
        label={say(words.note, language)}
        optional
        value={form.fields['ghi-chu']}
        autocomplete="off"
        maxlength={300}
      />
      <Button>{say(words.saveTest, language)}</Button>
    </Form>
  )
}
