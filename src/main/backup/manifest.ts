import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotOpen } from '../../ground/cannot-open.ts'
import { fingerprint, type Keyring } from '../../ground/vault/index.ts'

/** What a backup says of itself. Its pieces stand in `pieces.sha256`, one a line, as `sha256sum -c` reads them. */
export const manifestShape = z.strictObject({
  format: z.literal(2),
  /** The machine's time when the snapshot of the database was taken. */
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  /** The newest change of the queue's own tables. */
  queue: z.int(),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  /** The key that seals the tables, itself under the master key of the house: 42 bytes in base64. */
  tablesKey: z.base64(),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.int() })),
  files: z.strictObject({
    count: z.int(),
    bytes: z.int(),
    /** Addresses of files that were lost or damaged in the house already when it was backed up. */
    damaged: z.array(z.string()),
  }),
  masterKeys: z.enum(['inside', 'elsewhere']),
  pieces: z.strictObject({ count: z.int(), sha256: z.string() }),
})
export type Manifest = z.infer<typeof manifestShape>

const sealedShape = z.strictObject({ manifest: manifestShape, seal: z.string() })
const manifestFile = 'manifest.json'
const piecesFile = 'pieces.sha256'

/** Only these lie in a backup; a name in the list that is none of them is not followed. */
const pieceName =
  /^(tables\/[a-z_]+\.[a-z_0-9]+\.copy\.gz\.sealed|files\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}|demo-ca\/[\w.-]+|keys\/master\.json)$/

export type Piece = { path: string; sha256: string }

export const pathOfFile = (address: string) => join('files', address.slice(0, 2), address.slice(2, 4), address)
export const pathOfTable = (name: string) => join('tables', `${name}.copy.gz.sealed`)

/** What binds the bytes of a table to its name, so that two of them cannot change places. */
export const contextOfTable = (name: string) => `backup:${name}`

/** Writes the list and, last of all, the manifest: a folder without one is no backup. The seal is a hash under the keys of the house. */
export function writeManifest(
  folder: string,
  manifest: Omit<Manifest, 'pieces'>,
  pieces: readonly Piece[],
  keyring: Keyring,
): Manifest {
  const list = pieces.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
  writeFileSync(join(folder, piecesFile), list, { mode: 0o600 })
  const whole = { ...manifest, pieces: { count: pieces.length, sha256: sha256Of(list) } }
  const sealed = { manifest: whole, seal: sealOf(whole, keyring) }
  writeFileSync(join(folder, manifestFile), `${JSON.stringify(sealed, null, 2)}\n`, { mode: 0o600 })
  return whole
}

/** Reads manifest and list; refuses what is unfinished, altered, or of another format. The seal is asked for apart, with the keys. */
export function readManifest(folder: string): { manifest: Manifest; pieces: Piece[]; seal: string } {
  const { manifest, seal } = parsedManifest(folder)
  const list = textOf(folder, piecesFile)
  if (sha256Of(list) !== manifest.pieces.sha256) throw altered(piecesFile)
  const pieces = list
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      if (!sha256 || !path || !pieceName.test(path)) throw altered(piecesFile)
      return { path, sha256 }
    })
  return { manifest, pieces, seal }
}

/** Refuses a manifest that was not written by the house of these keys, or was altered since by somebody without them. */
export function sealMustHold(manifest: Manifest, seal: string, keyring: Keyring): void {
  if (sealOf(manifest, keyring) === seal) return
  throw new CannotOpen(
    `${manifestFile} không mang dấu của tệp khóa chủ này: khóa của nơi khác, hoặc bản sao lưu đã bị sửa.\n` +
      `  ${manifestFile} does not carry the seal of this master key file: the key belongs elsewhere, or the backup was altered.`,
  )
}

/** Reads every piece and refuses the backup with the name of each one that is missing or not what it was. */
export async function piecesMustBeWhole(folder: string, pieces: readonly Piece[]): Promise<void> {
  const wrong: string[] = []
  for (const { path, sha256 } of pieces) {
    if (!isPlain(join(folder, path))) {
      wrong.push(`${path}: không phải tệp thường / not a regular file`)
      continue
    }
    const found = await hashOf(join(folder, path))
    if (found === undefined) wrong.push(`${path}: thiếu / missing`)
    else if (found !== sha256) wrong.push(`${path}: đã bị thay đổi / altered`)
  }
  if (wrong.length === 0) return
  throw new CannotOpen(
    `Bản sao lưu không còn nguyên vẹn; chưa có gì được phục hồi. / The backup is not whole; nothing was restored.\n  ${wrong.join('\n  ')}`,
  )
}

export async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(path)) hash.update(part as Buffer)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
  return hash.digest('hex')
}

/** Neither a link, which may lead out of the backup, nor a device or a pipe, which has no end; what is absent is told apart. */
function isPlain(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true
}

function parsedManifest(folder: string) {
  const text = textOf(folder, manifestFile)
  try {
    return sealedShape.parse(JSON.parse(text))
  } catch {
    throw altered(manifestFile)
  }
}

function textOf(folder: string, name: string): string {
  if (!isPlain(join(folder, name))) throw new CannotOpen(`${name}: không phải tệp thường / not a regular file`)
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch (fault) {
    if (!['ENOENT', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault
    throw new CannotOpen(
      `${folder} không phải là một bản sao lưu đã xong: thiếu ${name}.\n  It is not a finished backup: ${name} is missing.`,
    )
  }
}

const altered = (name: string) => new CannotOpen(`${name}: đã bị thay đổi / altered`)
const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
const sealOf = (manifest: Manifest, keyring: Keyring) =>
  fingerprint(keyring, JSON.stringify(manifestShape.parse(manifest)), 'backup').toString('hex')
