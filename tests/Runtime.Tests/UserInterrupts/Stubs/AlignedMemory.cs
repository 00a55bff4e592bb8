using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>Memory of zeros at an address that is a multiple, as a processor wants its structures.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    public AlignedMemory(int size, int alignment)
    {
        Address = (nint)NativeMemory.AlignedAlloc((nuint)size, (nuint)alignment);
        NativeMemory.Clear((void*)Address, (nuint)size);
    }

    public nint Address { get; }

    public void Dispose() => NativeMemory.AlignedFree((void*)Address);
}
