import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { createAuthority, generateKey, issueCertificate } from './authority.ts'
import { signPdf, type Signing } from './pades.ts'
import type { Kind } from './report.ts'
import { sealLines } from './seal.ts'
import { softSigner } from './signer.ts'

/** What the tests of this module share: people with keys, a paper to sign, and the tools that other houses verify with. */
export const now = new Date('2026-03-02T09:00:00+07:00')
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const inFiveYears = new Date('2031-03-02T09:00:00+07:00')

export const authority = await createAuthority({ name: 'Gốc chứng thực thử nghiệm', now })
export const roots = [authority.certificate]

export async function signerFor(commonName: string, kind: Kind, { from = now, to = inFiveYears } = {}) {
  const key = await generateKey()
  const subject = { commonName, organisation: 'Ủy ban nhân dân xã Phú Vang', country: 'VN' as const }
  const certificate = issueCertificate({ authority, subject, publicKey: key.publicKey, kind, from, to })
  return { ...softSigner(key.privateKey, certificate, roots), ...key, name: commonName }
}

export const leader = await signerFor('Nguyễn Thị Hồng Ngọc', 'person')
export const office = await signerFor('Ủy ban nhân dân xã Phú Vang', 'organisation')

const font = fileURLToPath(new URL('400Regular/', import.meta.resolve('@expo-google-fonts/tinos/package.json')))
const body = `#set page(paper: "a4"); #set text(font: "Tinos", lang: "vi", size: 13pt)
= GIẤY XÁC NHẬN
Số: \\ Bà Nguyễn Thị Hồng Ngọc, ở Ứng Hoà: ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ỵ ỷ ỹ.
#pagebreak()
Trang hai.`

/** Two pages of Vietnamese, as the house prints its papers. */
export function paper(pdfStandard = 'a-2b'): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [font] }] })
  return compiler.pdf(compiler.compile({ mainFileContent: body }).result!, { pdfStandard })
}

export const byLeader: Signing = {
  signer: leader,
  field: 'nguoi-ky',
  name: leader.name,
  at: later(10),
  reason: 'Ký duyệt',
  blanks: [{ name: 'so', page: 1, rect: [98, 724, 100, 15] }],
  seal: { page: 1, rect: [330, 420, 130, 68], tone: 'person', lines: sealLines(leader.name, later(10)) },
}

export const byOffice: Signing = {
  signer: office,
  field: 'co-quan',
  name: office.name,
  at: later(20),
  location: 'Phú Vang',
  fillings: [{ blank: 'so', words: '12/GXN-UBND' }],
  seal: { page: 1, rect: [288, 411, 85, 85], tone: 'organisation', lines: sealLines(office.name, later(20)) },
}

/** First the leader, then the office, as a result is signed. */
export async function signedTwice(pdf = paper()) {
  const first = await signPdf(pdf, byLeader)
  return { first, second: await signPdf(first, byOffice) }
}

/** A reason to skip when the tool is not on this machine. */
export const without = (tool: string) =>
  spawnSync(tool, ['--version']).error ? `${tool} is not installed: this was not checked` : false
