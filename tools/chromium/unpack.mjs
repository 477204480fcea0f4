// Unpacks what the pinned package carries: the browser, and the libraries and fonts that a machine may lack.
import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

const unpacked = (name) => brotliDecompressSync(readFileSync(`node_modules/@sparticuz/chromium/bin/${name}.br`))

for (const archive of ['al2023.tar', 'fonts.tar']) {
  execFileSync('tar', ['-xf', '-', '--no-same-owner', '--exclude=fonts.conf'], { input: unpacked(archive) })
}
writeFileSync('chromium', unpacked('chromium'))
chmodSync('chromium', 0o755)
