using System.Runtime.InteropServices;

namespace TopHalf;

/// <content>Memory and stacks.</content>
internal static unsafe partial class Libc
{
    [LibraryImport(Library, EntryPoint = "mlockall", SetLastError = true)]
    public static partial int LockAllMemory(int flags);

    [LibraryImport(Library, EntryPoint = "munlockall", SetLastError = true)]
    public static partial int UnlockAllMemory();

    [LibraryImport(Library, EntryPoint = "pthread_self")]
    public static partial nint CurrentThread();

    [LibraryImport(Library, EntryPoint = "pthread_getattr_np")]
    public static partial int GetThreadAttributes(nint thread, void* attributes);

    [LibraryImport(Library, EntryPoint = "pthread_attr_getstack")]
    public static partial int GetStack(void* attributes, out nint lowest, out nuint size);

    [LibraryImport(Library, EntryPoint = "pthread_attr_destroy")]
    public static partial int DestroyThreadAttributes(void* attributes);
}
