// wasm.mjs MODULE: runs board_main of a module that imports nothing but board.print and board.leave.
import { readFileSync } from 'node:fs';

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const foreign = WebAssembly.Module.imports(module).filter(i => i.module !== 'board');
if (foreign.length !== 0) throw new Error(`imports ${foreign.map(i => i.name)}`);

const { exports } = new WebAssembly.Instance(module, {
  board: {
    print(text) {
      const bytes = new Uint8Array(exports.memory.buffer, text);
      process.stdout.write(Buffer.from(bytes.subarray(0, bytes.indexOf(0))));
    },
    leave(status) { process.exit(status); },
  },
});
process.exitCode = exports.board_main();
