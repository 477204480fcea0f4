package dev.orderwave.wasm.wasi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The functions of WASI preview 1, by the names and parameters that its specification gives them: `i` is an i32, `I`
/// an i64. All of them return an i32, the error number, but for `proc_exit`, which does not return.
public enum WasiFunction {
    ARGS_GET("ii"),
    ARGS_SIZES_GET("ii"),
    ENVIRON_GET("ii"),
    ENVIRON_SIZES_GET("ii"),
    CLOCK_RES_GET("ii"),
    CLOCK_TIME_GET("iIi"),
    RANDOM_GET("ii"),
    SCHED_YIELD(""),
    POLL_ONEOFF("iiii"),
    PROC_EXIT("i"),
    PROC_RAISE("i"),

    FD_CLOSE("i"),
    FD_FDSTAT_GET("ii"),
    FD_FDSTAT_SET_FLAGS("ii"),
    FD_READ("iiii"),
    FD_WRITE("iiii"),

    FD_ADVISE("iIIi"),
    FD_ALLOCATE("iII"),
    FD_DATASYNC("i"),
    FD_FDSTAT_SET_RIGHTS("iII"),
    FD_FILESTAT_GET("ii"),
    FD_FILESTAT_SET_SIZE("iI"),
    FD_FILESTAT_SET_TIMES("iIIi"),
    FD_PREAD("iiiIi"),
    FD_PRESTAT_DIR_NAME("iii"),
    FD_PRESTAT_GET("ii"),
    FD_PWRITE("iiiIi"),
    FD_READDIR("iiiIi"),
    FD_RENUMBER("ii"),
    FD_SEEK("iIii"),
    FD_SYNC("i"),
    FD_TELL("ii"),
    PATH_CREATE_DIRECTORY("iii"),
    PATH_FILESTAT_GET("iiiii"),
    PATH_FILESTAT_SET_TIMES("iiiiIIi"),
    PATH_LINK("iiiiiii"),
    PATH_OPEN("iiiiiIIii"),
    PATH_READLINK("iiiiii"),
    PATH_REMOVE_DIRECTORY("iii"),
    PATH_RENAME("iiiiii"),
    PATH_SYMLINK("iiiii"),
    PATH_UNLINK_FILE("iii"),
    SOCK_ACCEPT("iii"),
    SOCK_RECV("iiiiii"),
    SOCK_SEND("iiiii"),
    SOCK_SHUTDOWN("ii");

    /// What a module imports them from.
    public static final String MODULE = "wasi_snapshot_preview1";

    private final String parameters;

    WasiFunction(String parameters) {
        this.parameters = parameters;
    }

    /// The function of that name, if there is one.
    public static Optional<WasiFunction> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.importName().equals(name))
                .findFirst();
    }

    /// `fd_write`
    public String importName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A letter for each parameter.
    public String parameters() {
        return parameters;
    }

    public boolean returns() {
        return this != PROC_EXIT;
    }
}
