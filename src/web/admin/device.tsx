import { inspect, lookupAddress, maxFileBytes, renderDocument } from '../../documents/index.ts'
import { dayOf } from '../../ground/day.ts'
import {
  changeDevice,
  deviceBody,
  type DeviceLine,
  devicesFor,
  keepDeviceTest,
  retireDevice,
  unitWithParents,
} from '../../organisations/index.ts'
import { deviceKinds, mayDo } from '../../organisations/law/index.ts'
import { type Refusal, refusalWords, say } from '../../words/index.ts'
import { missing, officerDoor, officerPage } from '../officer/desk.ts'
import { madePdf } from '../officer/preview.ts'
import {
  BackLink,
  Button,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  Section,
} from '../ui/index.ts'
import { type Answer, sentBy, type SignedVisit } from '../visit.ts'
import { DeviceFields, deviceNames, typedDevice } from './device-fields.tsx'
import { type Found, judgeReading, judgeScan } from './device-trial.ts'
import { Record, Trial } from './device-try.tsx'
import { words } from './device-words.ts'
import { devicesAddress, settingsText, Tested } from './devices.tsx'

type Told = { problems?: readonly Problem[]; found?: readonly Found[]; refusal?: Refusal }

/** One device: how it is set, trying it out from this browser, and what was found. */
export const devicePage = officerDoor(`${devicesAddress}/:id`, {
  may: 'see-devices',
  uploads: true,
  get: async (visit) => {
    const device = await deviceOf(visit)
    return device ? page(visit, device) : missing(visit)
  },
  post: async (visit) => {
    const device = await deviceOf(visit)
    if (!device) return missing(visit)
    const { viec } = visit.form.fields
    if (viec === 'quet') return scanned(visit, device)
    if (viec === 'doc') return readOut(visit, device)
    if (viec === 'ghi') return record(visit, device)
    if (viec === 'thoi') return retire(visit, device)
    return change(visit, device)
  },
})

/** The slip a printer is tried out with. */
export const deviceSlip = officerDoor(`${devicesAddress}/:id/in-thu`, {
  may: 'see-devices',
  get: async (visit) => {
    const device = await deviceOf(visit)
    if (!device) return missing(visit)
    const { house, now } = visit
    const [unit, above] = await unitWithParents(house.db, device.unit)
    const { bytes } = await renderDocument(
      'test-slip',
      {
        letterhead: { parent: above?.name, agency: unit!.name, place: unit!.place, number: 'IN-THU', day: dayOf(now) },
        code: 'IN-THU',
        lookup: lookupAddress(house.config.url, 'IN-THU'),
        paper: device.settings['paper'] === 'A4' ? 'a4' : 'a5',
        device: device.model,
        place: device.place,
        printedAt: now,
      },
      now,
    )
    return madePdf({ bytes, name: 'phieu-in-thu.pdf' })
  },
})

async function deviceOf({ house, viewer, params }: SignedVisit): Promise<DeviceLine | undefined> {
  return (await devicesFor(house.db, viewer)).find(({ id }) => id === params['id'])
}

async function scanned(visit: SignedVisit, device: DeviceLine): Promise<Answer> {
  const { form, language } = visit
  const sent = form.files.find(({ field }) => field === 'ban-quet')
  const wrong = (message: string) => page(visit, device, { problems: [{ field: 'ban-quet', message }] })
  if (!sent) return wrong(say(words.scanNeeded, language))
  const seen = await inspect({ name: sent.name, bytes: sent.bytes }, sentBy(visit))
  if (!seen.ok) return wrong(say(refusalWords[seen.refusal], language))
  return page(visit, device, { found: judgeScan(seen.value, device.settings) })
}

async function readOut(visit: SignedVisit, device: DeviceLine): Promise<Answer> {
  const typed = visit.form.fields['noi-dung'] ?? ''
  // What was read off a card goes nowhere, also not back into the page.
  delete visit.form.fields['noi-dung']
  const needed = { field: 'noi-dung', message: say(words.readNeeded, visit.language) }
  return page(visit, device, typed.trim() ? { found: judgeReading(typed) } : { problems: [needed] })
}

async function record(visit: SignedVisit, device: DeviceLine): Promise<Answer> {
  const { 'ket-qua': answer, 'ghi-chu': note = '' } = visit.form.fields
  if (answer !== 'co' && answer !== 'khong')
    return page(visit, device, { problems: [{ field: 'ket-qua', message: say(words.needed, visit.language) }] })
  const body = { works: answer === 'co', note: note.trim().slice(0, 300) }
  const kept = await visit.house.atDesk(visit.viewer, (desk) => keepDeviceTest(desk, device.id, body))
  return kept.ok
    ? { redirect: `${devicesAddress}/${device.id}?xong=ghi` }
    : page(visit, device, { refusal: kept.refusal })
}

async function change(visit: SignedVisit, device: DeviceLine): Promise<Answer> {
  const { house, viewer, language } = visit
  const read = deviceBody.safeParse(typedDevice(visit, device.kind))
  const problem = (field: string) => ({ field, message: say(words.needed, language) })
  if (!read.success) {
    const parts = [...new Set(read.error.issues.map(({ path }) => String(path[0]) as keyof typeof deviceNames))]
    return page(visit, device, { problems: parts.map((part) => problem(deviceNames[part])) })
  }
  const at = { unit: device.unit, device: device.id }
  const changed = await house.atDesk(viewer, (desk) => changeDevice(desk, at, read.data))
  if (changed.ok) return { redirect: `${devicesAddress}/${device.id}?xong=luu` }
  if (changed.refusal !== 'device-setting-wrong') return page(visit, device, { refusal: changed.refusal })
  return page(visit, device, { problems: [problem(`${deviceNames.settings}.${String(changed.detail?.['name'])}`)] })
}

async function retire(visit: SignedVisit, device: DeviceLine): Promise<Answer> {
  const at = { unit: device.unit, device: device.id }
  const retired = await visit.house.atDesk(visit.viewer, (desk) => retireDevice(desk, at))
  return retired.ok ? { redirect: `${devicesAddress}?xong=thoi` } : page(visit, device, { refusal: retired.refusal })
}

async function page(visit: SignedVisit, device: DeviceLine, told: Told = {}): Promise<Answer> {
  const { problems = [], found = [], refusal } = told
  const { language, csrf, query, viewer } = visit
  const isWrong = problems.length > 0 || refusal !== undefined
  const here = `${devicesAddress}/${device.id}`
  const done = { luu: words.saved, ghi: words.recorded }[query['xong'] ?? '']
  return officerPage(
    visit,
    { title: device.model, wrong: isWrong },
    <>
      <BackLink href={devicesAddress} label={say(words.back, language)} language={language} />
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && !isWrong && found.length === 0 && <Notice tone="success" title={say(done, language)} />}
      <Heading kicker={say(deviceKinds[device.kind], language)}>{device.model}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.unit, language), value: `${device.unitName}, ${device.place}` },
          { label: say(words.settings, language), value: settingsText(device, language) },
          { label: say(words.tested, language), value: <Tested line={device} language={language} /> },
        ]}
      />
      <Section title={say(words.try, language)}>
        <Trial {...{ visit, device, here, found, problems, maxBytes: maxFileBytes }} />
      </Section>
      <Section title={say(words.record, language)}>
        <Record {...{ visit, here, problems }} />
      </Section>
      {mayDo(viewer, 'keep-devices') && (
        <Section title={say(words.change, language)}>
          <Form action={here} csrf={csrf}>
            <DeviceFields visit={visit} problems={problems} kind={device.kind} device={device} />
            <Button>{say(words.save, language)}</Button>
          </Form>
          <Form action={here} csrf={csrf} hidden={{ viec: 'thoi' }}>
            <Button kind="quiet">{say(words.retire, language)}</Button>
          </Form>
        </Section>
      )}
    </>,
    isWrong ? 422 : 200,
  )
}
