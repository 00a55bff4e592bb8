using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LibraryCalls.Constructs;

/// <summary>Native code, native memory, pinning and raw reads.</summary>
internal static unsafe class Interop
{
    private static readonly byte* Utf8 = (byte*)Marshal.StringToCoTaskMemUTF8("text");
    private static readonly GCHandle Handle = GCHandle.Alloc(State.Thing);
    private static readonly byte[] Bytes = new byte[16];

    [Free, Blocks] public static void Pinvoke_blittable() => Sink.Take(abs(State.Number));

    [Free] public static void Pinvoke_suppress() => Sink.Take(labs(State.Number));

    [SaidOtherwise("TH2016", "A text that is given and is short is copied onto the stack, which costs no object; it is reported, since a long one takes memory")]
    [Free, Blocks] public static void Pinvoke_string() => Sink.Take(strlen(State.Text));

    [Free, Blocks] public static void Pinvoke_setlasterror() => Sink.Take(atoi(Utf8));

    [Allocates] public static void Marshal_ptrtostring() => State.Object = Marshal.PtrToStringUTF8((nint)Utf8);

    [Free, Blocks] public static void Marshal_alloch() => Marshal.FreeHGlobal(Marshal.AllocHGlobal(64));

    [Free, Blocks] public static void Nativemem() => NativeMemory.Free(NativeMemory.Alloc(64));

    [Free, Blocks] public static void Gchandle_alloc() => GCHandle.Alloc(State.Thing).Free();

    [Free] public static void Gchandle_target() => Sink.Take(Handle.Target);

    [Free] public static void Fixed()
    {
        fixed (byte* bytes = Bytes)
        {
            bytes[1] = 2;
        }
    }

    [Free] public static void Unsafe_read() => Sink.Take(Unsafe.ReadUnaligned<int>(ref Bytes[1]));

    [Free] public static void Memory_marshal() => Sink.Take(MemoryMarshal.Cast<byte, int>(Bytes)[1]);

    [DllImport("libc")]
    private static extern int abs(int number);

    [DllImport("libc"), SuppressGCTransition]
    private static extern nint labs(nint number);

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern nint strlen(string text);

    [DllImport("libc", SetLastError = true)]
    private static extern int atoi(byte* text);
}
