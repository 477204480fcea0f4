"""The same modules in wasmtime: compiled, kept as files, and each called once from there in a process of its own."""

import importlib.metadata
import os
import statistics
import struct
import subprocess
import sys
import time

import wasmtime

ORDER = b'{"orderId":4711,"delivery":"Express"}'


def distinct(module, number):
    content = b"\x01n" + struct.pack(">I", number)
    return module + b"\x00" + bytes([len(content)]) + content


def call(store, module):
    instance = wasmtime.Instance(store, module, [])
    exports = instance.exports(store)
    pointer = exports["alloc"](store, len(ORDER))
    exports["memory"].write(store, ORDER, pointer)
    result = exports["handle"](store, pointer, len(ORDER))
    start, length = (result >> 32) & 0x7FFFFFFF, result & 0xFFFFFFFF
    if result < 0 or not bytes(exports["memory"].read(store, start, start + length)).startswith(b'{"emit"'):
        raise SystemExit("the module gave no verdict")


def engine():
    config = wasmtime.Config()
    config.epoch_interruption = True
    return wasmtime.Engine(config)


def new_store(engine):
    store = wasmtime.Store(engine)
    store.set_epoch_deadline(1)
    return store


def compile_all(path, count, folder):
    module = open(path, "rb").read()
    using = engine()
    os.makedirs(folder, mode=0o700, exist_ok=True)
    times = []
    for number in range(count):
        start = time.perf_counter()
        compiled = wasmtime.Module(using, distinct(module, number))
        times.append(time.perf_counter() - start)
        with open(os.path.join(folder, str(number)), "wb") as out:
            out.write(compiled.serialize())
    report("compile", count, times)


def call_all(count, folder):
    using = engine()
    loaded, times = [], []
    for number in range(count):
        start = time.perf_counter()
        module = wasmtime.Module.deserialize_file(using, os.path.join(folder, str(number)))
        call(new_store(using), module)
        times.append(time.perf_counter() - start)
        loaded.append(module)
    report("cold", count, times)


def report(what, count, times):
    status = open("/proc/self/status").read()
    resident, peak = (int(status.split(name)[1].split()[0]) >> 10 for name in ("VmRSS:", "VmHWM:"))
    times = sorted(1000 * seconds for seconds in times)
    print(
        f"wasmtime {importlib.metadata.version('wasmtime')} {what:8} {count:,} modules  median {statistics.median(times):.3f} ms  "
        f"p99 {times[len(times) * 99 // 100]:.3f} ms  all {sum(times):,.0f} ms  RSS {resident:,} MB  peak {peak:,} MB",
        flush=True,
    )


if __name__ == "__main__":
    if len(sys.argv) == 4:
        compile_all(sys.argv[1], int(sys.argv[2]), sys.argv[3])
        subprocess.run([sys.executable, __file__, sys.argv[2], sys.argv[3]], check=True)
    else:
        call_all(int(sys.argv[1]), sys.argv[2])
