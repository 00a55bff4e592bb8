namespace TopHalf;

/// <summary>Error numbers of Linux (asm-generic/errno.h), which x86-64 and arm64 share.</summary>
internal static class Errno
{
    /// <summary>Not allowed.</summary>
    public const int EPERM = 1;

    /// <summary>No such file.</summary>
    public const int ENOENT = 2;

    /// <summary>No such process or thread.</summary>
    public const int ESRCH = 3;

    /// <summary>A signal came first.</summary>
    public const int EINTR = 4;

    /// <summary>The device or the bus did not answer.</summary>
    public const int EIO = 5;

    /// <summary>A device file without a device.</summary>
    public const int ENXIO = 6;

    /// <summary>Nothing there yet.</summary>
    public const int EAGAIN = 11;

    /// <summary>No memory.</summary>
    public const int ENOMEM = 12;

    /// <summary>The file's rights forbid it.</summary>
    public const int EACCES = 13;

    /// <summary>An address where there is no memory.</summary>
    public const int EFAULT = 14;

    /// <summary>In use.</summary>
    public const int EBUSY = 16;

    /// <summary>There already.</summary>
    public const int EEXIST = 17;

    /// <summary>No such device.</summary>
    public const int ENODEV = 19;

    /// <summary>An argument that the callee does not take.</summary>
    public const int EINVAL = 22;

    /// <summary>Too many open files in the system.</summary>
    public const int ENFILE = 23;

    /// <summary>Too many open files in the process.</summary>
    public const int EMFILE = 24;

    /// <summary>An ioctl that the file does not know.</summary>
    public const int ENOTTY = 25;

    /// <summary>No room; for interrupts: no vectors left.</summary>
    public const int ENOSPC = 28;

    /// <summary>A file system that cannot be written.</summary>
    public const int EROFS = 30;

    /// <summary>A number that is too high.</summary>
    public const int ERANGE = 34;

    // Every name in the order of its number, from 1; a dash where no error has the number.
    private static readonly string[] Names =
        """
        EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK
        EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE
        EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM
        ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT
        - EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP
        EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ
        ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT
        ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH
        ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT
        ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM
        EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED
        EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name of an error number, such as EINVAL for 22; "errno 600" for a number that has none.</summary>
    public static string NameOf(int errno)
        => errno > 0 && errno <= Names.Length && Names[errno - 1] != "-" ? Names[errno - 1] : $"errno {errno}";
}
