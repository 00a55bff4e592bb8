// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver(VendorId = 0x10B5, DeviceId = 0x9080)]
public sealed unsafe partial class ScatterDma
{
    private readonly Bar _bar;
    private readonly Element* _list;
    private readonly Staging _staging = new(4096);
    private readonly delegate* unmanaged[SuppressGCTransition]<void*, int, int> _copy;
    private nint _scratch;
    private int _moved;

    public ScatterDma(PciDevice device, nint copy)
    {
        _bar = device.GetBar(0);
        _list = (Element*)NativeMemory.AlignedAlloc(64 * (nuint)sizeof(Element), 64);
        _copy = (delegate* unmanaged[SuppressGCTransition]<void*, int, int>)copy;
    }

    [MsiVector(0)]
    private void OnDone(in Interrupt irq)
    {
        Element* element = _list;
        for (int i = 0; i < 64 && element->IsDone; i++, element++)
        {
            fixed (byte* bytes = _staging) //p:PIN TH3001
            {
                _moved += _copy(bytes, element->Length);
            }

            Release(ref *element); //p:NATIVE TH3009|TH3001 //p:HANDLE TH2001|TH3001|TH3009 //p:MARSHAL TH2016|TH2003
        }

        Element first = *_list;
        if (first.Equals(default(Element))) //p:VALUETYPEEQUALS TH2003|TH2017
        {
            _bar.Write32(0x28, 1);
        }

        Span<Element> copy = stackalloc Element[2];
        _moved += Sum(MemoryMarshal.AsBytes(copy)); //p:POINTERLOOP TH4005
    }

    private void Release(ref Element element)
    {
#if PLANTED_NATIVE
        _scratch = (nint)NativeMemory.Alloc((nuint)element.Length);
#elif PLANTED_HANDLE
        _scratch = GCHandle.ToIntPtr(GCHandle.Alloc(_staging));
#elif PLANTED_MARSHAL
        element = (Element)Marshal.PtrToStructure(_scratch, typeof(Element))!;
#endif
        Unsafe.InitBlockUnaligned(ref Unsafe.As<Element, byte>(ref element), 0, (uint)sizeof(Element));
    }

    private int Sum(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        foreach (byte value in bytes)
        {
            sum += value;
        }

#if PLANTED_POINTERLOOP
        while (Volatile.Read(ref _list->Flags) != 0)
        {
            sum++;
        }
#endif
        return sum;
    }

    [StructLayout(LayoutKind.Sequential)]
#if PLANTED_VALUETYPEEQUALS
    private struct Element
#else
    private struct Element : IEquatable<Element>
#endif
    {
        public ulong Address;
        public int Length;
        public uint Flags;

        public readonly bool IsDone => (Flags & 1) != 0;

#if !PLANTED_VALUETYPEEQUALS
        public readonly bool Equals(Element other) => Address == other.Address && Length == other.Length;
#endif
    }

    private sealed class Staging(int size)
    {
        private readonly byte[] _bytes = GC.AllocateArray<byte>(size, pinned: true);

        public ref byte GetPinnableReference()
        {
#if PLANTED_PIN
            Monitor.Enter(_bytes);
            Monitor.Exit(_bytes);
#endif
            return ref MemoryMarshal.GetArrayDataReference(_bytes);
        }
    }
}
