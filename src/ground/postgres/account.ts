import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** The system user PostgreSQL runs as. `undefined` stands for whoever runs this program. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: the owner of an existing cluster, else
 * `postgres`, else `motcua` (made when missing), else `nobody`. Every one of them has an entry in the user list, without
 * which the server stops with "could not look up effective user ID".
 */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const owner = ownerOf(cluster)
  return (
    (owner ? userNamed(owner) : undefined) ??
    userNamed('postgres') ??
    userNamed('motcua') ??
    newUser() ??
    userNamed('nobody')
  )
}

/** Whether this account reaches a path, asked as that account: root's own answer would always be yes. */
export function reaches(account: Account, path: string): boolean {
  if (!account) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$0" && test -r "$0"', path], { ...account, cwd: '/' }).status === 0
}

function ownerOf(path: string): string | undefined {
  const uid = statSync(path, { throwIfNoEntry: false })?.uid
  return uid ? String(uid) : undefined
}

function userNamed(nameOrUid: string): Account {
  const fields = spawnSync('getent', ['passwd', nameOrUid], { encoding: 'utf8' }).stdout?.trim().split(':') ?? []
  const [uid, gid] = [Number(fields[2]), Number(fields[3])]
  return fields.length >= 4 && uid > 0 ? { uid, gid } : undefined
}

function newUser(): Account {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    'motcua',
  ])
  if (made.error) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'motcua'])
  return userNamed('motcua')
}
