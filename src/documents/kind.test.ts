import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, crc32, deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { recognise } from './kind.ts'

async function pdf(change?: (document: PDFDocument) => void, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page++) document.addPage([300, 300])
  change?.(document)
  return document.save()
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = chunk('IDAT', deflateSync(Buffer.alloc(10)))
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))])
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc0000b08000000000101110000', 'hex').subarray(0, 13)
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const application = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
  const scan = Buffer.from('ffda0008010100003f00', 'hex')
  return Buffer.concat([Buffer.from('ffd8', 'hex'), application, frame, scan, Buffer.from('123456ffd9', 'hex')])
}

const refusal = async (...said: Parameters<typeof recognise>) => {
  const found = await recognise(...said)
  return found.ok ? found.value.mediaType : found.refusal
}

test('PDF, JPEG and PNG are recognised by their content, with pages and pixels [S4-3b]', async () => {
  assert.deepEqual(await recognise(await pdf(undefined, 3), { name: 'Tờ khai.PDF' }), {
    ok: true,
    value: { mediaType: 'application/pdf', pages: 3, active: false },
  })
  assert.deepEqual(await recognise(jpeg(1240, 1754), { name: 'anh.jpeg', mediaType: 'image/jpeg' }), {
    ok: true,
    value: { mediaType: 'image/jpeg', pixels: { width: 1240, height: 1754 } },
  })
  assert.deepEqual(await recognise(png(20, 30)), {
    ok: true,
    value: { mediaType: 'image/png', pixels: { width: 20, height: 30 } },
  })
})

test('an empty, too large, foreign or misnamed file is refused for its own reason [S4-3b]', async () => {
  const zip = Buffer.from('504b0304', 'hex')
  assert.equal(await refusal(Buffer.alloc(0), { name: 'a.pdf' }), 'file-empty')
  assert.equal(await refusal(png(1, 1), { maxBytes: 20 }), 'file-too-large')
  assert.equal(await refusal(Buffer.alloc(20 * 1024 * 1024 + 1), { maxBytes: 2 ** 40 }), 'file-too-large')
  assert.equal(await refusal(zip, { name: 'a.docx' }), 'file-kind-refused')
  assert.equal(await refusal(zip, { name: 'a.pdf' }), 'file-not-what-it-says')
  assert.equal(await refusal(zip, { name: 'a', mediaType: 'image/png' }), 'file-not-what-it-says')
  assert.equal(await refusal(png(1, 1), { name: 'a.pdf' }), 'file-not-what-it-says')
  assert.equal(await refusal(jpeg(1, 1), { name: 'a.jpg', mediaType: 'image/png' }), 'file-not-what-it-says')
  assert.equal(
    await refusal(jpeg(1, 1), { name: 'khong-co-duoi', mediaType: 'application/octet-stream' }),
    'image/jpeg',
  )
})

test('an image of more than 40 megapixels is refused before anyone opens it', async () => {
  assert.equal(await refusal(png(8000, 5000)), 'image/png')
  assert.equal(await refusal(png(8000, 5001)), 'image-too-large')
  assert.equal(await refusal(jpeg(65_535, 65_535)), 'image-too-large')
})

test('an image cut short or altered is not what it says', async () => {
  const picture = png(20, 30)
  for (let length = 8; length < picture.length; length++)
    assert.equal(await refusal(picture.subarray(0, length)), 'file-not-what-it-says')
  const altered = Buffer.from(picture)
  altered[20]! ^= 1
  assert.equal(await refusal(altered), 'file-not-what-it-says')

  const photo = jpeg(20, 30)
  for (let length = 3; length < photo.length; length++)
    assert.equal(await refusal(photo.subarray(0, length)), 'file-not-what-it-says')
  assert.equal(await refusal(png(0, 30)), 'file-not-what-it-says')
})

test('a PDF without its end, with rubbish inside or without a page is not what it says', async () => {
  const whole = Buffer.from(await pdf())
  assert.equal(await refusal(whole.subarray(0, whole.length - 20)), 'file-not-what-it-says')
  assert.equal(await refusal(Buffer.from('%PDF-1.7\nxin chào\nstartxref\n0\n%%EOF\n')), 'file-not-what-it-says')
  assert.equal(
    await refusal(Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF\n')),
    'file-not-what-it-says',
  )
})

test('a PDF that needs a password is locked', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ userPassword: 'bí mật', ownerPassword: 'bí mật' })
  assert.equal(await refusal(await document.save(), { name: 'a.pdf' }), 'file-locked')
})

test('a PDF with a script or a launch action is kept and marked', async () => {
  const active = async (file: Uint8Array) => {
    const found = await recognise(file)
    return found.ok && found.value.active
  }
  assert.equal(await active(await pdf((document) => document.addJavaScript('x', 'app.alert(1)'))), true)
  const launch = await pdf((document) => {
    const action = document.context.obj({ S: 'Launch', F: 'calc.exe' })
    document.catalog.set(document.context.obj('OpenAction') as never, action)
  })
  assert.equal(await active(launch), true)
  assert.equal(await active(await pdf()), false)
})

test('a PDF that would unfold to gigabytes is given up, and the next file is read as ever', async () => {
  const block = deflateSync(Buffer.alloc(8 * 1024 * 1024, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([block.subarray(0, 2), ...Array.from({ length: 400 }, () => block.subarray(2))])
  const head = `%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`
  const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF\n')])
  assert.equal(await refusal(bomb), 'file-not-what-it-says')
  assert.equal(await refusal(await pdf()), 'application/pdf')
})

/** An archive of one empty file, behind whatever stands before it. */
function archive(before: Uint8Array): Buffer {
  const name = Buffer.from('a.exe')
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(22), Buffer.from([5, 0, 0, 0]), name])
  const entry = Buffer.concat([
    Buffer.from('504b0102', 'hex'),
    Buffer.alloc(24),
    Buffer.from([5, 0]),
    Buffer.alloc(16),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(before.length + local.length, 16)
  return Buffer.concat([before, local, entry, end])
}

test('a file that is an archive as well is refused, whichever of the two it says it is', async () => {
  const paper = await pdf()
  const trailer = Buffer.from('\nstartxref\n0\n%%EOF\n')
  const both = archive(paper)
  both.writeUInt16LE(trailer.length, both.length - 2)
  for (const name of ['a.pdf', 'a', 'a.zip', 'a.jar'])
    assert.equal(await refusal(Buffer.concat([both, trailer]), { name }), 'file-not-what-it-says', name)
  assert.equal(await refusal(archive(png(2, 2))), 'file-not-what-it-says')
  assert.equal(await refusal(archive(jpeg(2, 2))), 'file-not-what-it-says')
  assert.equal(await refusal(paper), 'application/pdf')
})

test('a program, the test virus, a drawing that runs and a page of the web are refused, whatever their names and types say [S3A-4.4]', async () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const web = Buffer.from('<!doctype html><script>alert(1)</script>')
  const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex')
  // The standard test virus, turned around here so that no scanner takes this file for one.
  const turned = '*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X'
  const virus = Buffer.from([...turned].toReversed().join(''), 'latin1')
  for (const bytes of [program, virus, drawing, web, Buffer.concat([Buffer.from('\ufeff'), drawing])]) {
    for (const said of [
      {},
      { name: 'a.svg' },
      { name: 'a.html' },
      { name: 'a.pdf' },
      { name: 'a.png\0.svg' },
      { mediaType: 'image/png' },
    ])
      assert.match(await refusal(bytes, said), /^file-(kind-refused|not-what-it-says)$/, JSON.stringify(said))
  }
})

test('a photo with two sizes is no photo: it cannot hide a huge one behind a small one', async () => {
  const [huge, small] = [jpeg(60_000, 60_000), jpeg(1, 1)]
  const frame = (file: Buffer) => file.subarray(20, 33)
  const both = Buffer.concat([huge.subarray(0, 33), frame(small), huge.subarray(33)])
  assert.equal(await refusal(huge), 'image-too-large')
  assert.equal(await refusal(both), 'file-not-what-it-says')
})

/** A PDF written by hand: its catalogue is object 1, and it says of itself what it likes. */
function handmade(objects: readonly string[], size = objects.length + 1): Buffer {
  let text = '%PDF-1.4\n'
  const places = objects.map((body, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const list = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>\n`
  return Buffer.from(`${text}${list}startxref\n${text.length}\n%%EOF\n`)
}
const tree = (kids: string, count: number) => [
  '<</Type/Catalog/Pages 2 0 R>>',
  `<</Type/Pages/Count ${count}/Kids[${kids}]>>`,
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
]

test('a PDF that lies about its size is read as what it is, and one of a million pages is refused', async () => {
  assert.deepEqual(await recognise(handmade(tree('3 0 R', 1_000_000))), {
    ok: true,
    value: { mediaType: 'application/pdf', pages: 1, active: false },
  })
  assert.equal(await refusal(handmade(tree('3 0 R', 1), 99_999_999)), 'application/pdf')
  assert.equal(await refusal(handmade(tree('2 0 R', 1))), 'file-not-what-it-says', 'a tree that grows out of itself')
  assert.equal(await refusal(handmade(tree('3 0 R '.repeat(2_000), 1))), 'application/pdf')
  assert.equal(await refusal(handmade(tree('3 0 R '.repeat(1_000_000), 1))), 'file-too-many-pages')
})

test('a link on a page of a PDF marks it, however it is written; a place within the PDF does not', async () => {
  const active = async (link: string) => {
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]${link}>>]>>`
    const found = await recognise(handmade([...tree('3 0 R', 1).slice(0, 2), page]))
    return found.ok && found.value.active
  }
  for (const action of [
    '/S/URI/URI(https://evil.example)',
    '/S/URI/URI<68747470733a2f2f65>',
    '/S/Launch/F(a.exe)',
    '/S/GoToR/F(b.pdf)',
  ])
    assert.equal(await active(`/A<<${action}>>`), true, action)
  assert.equal(await active('/A<</S/GoTo/D[3 0 R/Fit]>>'), false)
  assert.equal(await active('/Dest[3 0 R/Fit]'), false)
})

test('a PDF that carries another file, an outer link that runs, or a form of scripts is marked', async () => {
  const active = async (more: string) => {
    const [catalogue = '', ...rest] = tree('3 0 R', 1)
    const found = await recognise(handmade([catalogue.replace('>>', `${more}>>`), ...rest, '/GoTo#52']))
    return found.ok && found.value.active
  }
  const carriers = [
    '/OpenAction<</S/J#61vaScript/JS(app.alert)>>',
    '/AA<</O<</S/Launch/F(calc.exe)>>>>',
    '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/EF<</F 3 0 R>>>>]>>>>',
    '/AcroForm<</XFA[]>>',
    '/OpenAction<</S/GoToR/F(//evil.example/a)>>',
    '/OpenAction<</S/URI/URI(https://evil.example)>>',
    '/OpenAction<</S/#55R#49/#55RI(https://evil.example)>>',
    '/OpenAction<</S/L#61unch/F(calc.exe)>>',
    '/OpenAction<</S 4 0 R/F(//evil.example/a)>>',
    '/URI<</Base(https://evil.example)>>',
    '/OpenAction<</S/SubmitForm/F(http://evil.example)>>',
  ]
  for (const more of carriers) assert.equal(await active(more), true, more)
  assert.equal(await active('/OpenAction[3 0 R/Fit]'), false, 'where to begin reading')
})

test('a file that wants endless work holds up nobody else: others are read meanwhile', async () => {
  const block = deflateSync(Buffer.alloc(8 * 1024 * 1024, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([block.subarray(0, 2), ...Array.from({ length: 400 }, () => block.subarray(2))])
  const head = `%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`
  const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF\n')])
  const order: string[] = []
  await Promise.all([refusal(await pdf()), refusal(await pdf())])
  const hostile = refusal(bomb).then((said) => order.push(said))
  const paper = await pdf()
  for (const n of [1, 2, 3]) order.push(`${await refusal(paper)} ${n}`)
  await hostile
  assert.deepEqual(order, ['application/pdf 1', 'application/pdf 2', 'application/pdf 3', 'file-not-what-it-says'])
})

test('no bytes after a known beginning make the reading fail', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('ffd8ff', '89504e470d0a1a0a', '255044462d312e370a'),
      fc.uint8Array({ maxLength: 300 }),
      async (start, rest) => {
        const found = await recognise(Buffer.concat([Buffer.from(start, 'hex'), rest]))
        assert.equal(found.ok, false)
      },
    ),
    { numRuns: 200 },
  )
})
