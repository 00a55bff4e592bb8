// Rows pinvoke-*, marshal-*, nativemem, gchandle-*, fixed, unsafe-read, memory-marshal.
// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed unsafe partial class Interop
{
    private readonly byte[] _bytes = new byte[64];
    private readonly byte* _ring;
    private delegate* unmanaged<int, int> _native;
    private delegate* unmanaged[SuppressGCTransition]<int, int> _quick;
    private object? _sink;
    private nint _memory;
    private int _n;
    private GCHandle _handle;

    [MsiVector(0)] // pinvoke-blittable
    private void Blittable(in Interrupt irq)
    {
        _n = getpid(); //! TH3009
    }

    [MsiVector(1)] // pinvoke-suppress
    private void Suppressed(in Interrupt irq)
    {
        _n = abs(irq.Vector);
    }

    [MsiVector(2)] // pinvoke-string
    private void WithString(in Interrupt irq)
    {
        _n = strlen("text"); //! TH2016 //? TH3009
    }

    [MsiVector(3)] // pinvoke-setlasterror
    private void WithLastError(in Interrupt irq)
    {
        _n = close(3); //! TH3009
    }

    [MsiVector(4)] // marshal-ptrtostring
    private void PointerToString(in Interrupt irq)
    {
        _sink = Marshal.PtrToStringUTF8(_memory); //! TH2006|TH2016
    }

    [MsiVector(5)] // marshal-alloch
    private void AllocateNative(in Interrupt irq)
    {
        _memory = Marshal.AllocHGlobal(64); //! TH3001|TH3009|TH3010 //? TH2016
    }

    [MsiVector(6)] // nativemem
    private void AllocateNativeMemory(in Interrupt irq)
    {
        _memory = (nint)NativeMemory.Alloc(64); //! TH3001|TH3009|TH3010
    }

    [MsiVector(7)] // gchandle-target
    private void HandleTarget(in Interrupt irq)
    {
        _sink = _handle.Target;
    }

    [MsiVector(8)] // fixed
    private void Fixed(in Interrupt irq)
    {
        fixed (byte* bytes = _bytes)
        {
            bytes[0] = (byte)irq.Vector;
        }
    }

    [MsiVector(9)] // unsafe-read
    private void UnsafeRead(in Interrupt irq)
    {
        _n = Unsafe.ReadUnaligned<int>(ref _bytes[0]) + Unsafe.As<byte, byte>(ref _bytes[1]) + Unsafe.SizeOf<int>();
        Unsafe.WriteUnaligned(ref _bytes[4], irq.Vector);
    }

    [MsiVector(10)] // memory-marshal
    private void Casts(in Interrupt irq)
    {
        Span<int> words = MemoryMarshal.Cast<byte, int>(_bytes.AsSpan());
        _n = words[0] + MemoryMarshal.Read<int>(_bytes) + MemoryMarshal.GetArrayDataReference(_bytes);
    }

    [MsiVector(11)] // fnptr to native code
    private void UnmanagedPointer(in Interrupt irq)
    {
        _n = _native(irq.Vector); //! TH3009|TH6001 //? TH6001 TH3009
    }

    [MsiVector(12)]
    private void SuppressedPointer(in Interrupt irq)
    {
        _n = _quick(irq.Vector);
    }

    [MsiVector(13)] // pointers into a mapped ring
    private void Pointers(in Interrupt irq)
    {
        Descriptor* descriptor = (Descriptor*)_ring + irq.Index;
        descriptor->Length = 64;
        _n = (int)Volatile.Read(ref descriptor->Status);
    }

    [MsiVector(14)]
    private void StructureMarshalling(in Interrupt irq)
    {
        _sink = Marshal.PtrToStructure<Descriptor>(_memory); //! TH2003 //? TH2001 TH2016 TH5005
    }

    [DllImport("libc")]
    private static extern int getpid();

    [DllImport("libc")]
    [SuppressGCTransition]
    private static extern int abs(int value);

    [DllImport("libc")]
    private static extern int strlen([MarshalAs(UnmanagedType.LPUTF8Str)] string text);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);

    private struct Descriptor
    {
        public uint Status;
        public uint Length;
    }
}
