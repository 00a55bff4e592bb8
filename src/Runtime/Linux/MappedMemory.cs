using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Memory that is mapped until the disposal, or until nobody can reach this object any more.</summary>
/// <remarks>Who uses the address keeps the object alive meanwhile (<see cref="GC.KeepAlive"/>).</remarks>
internal sealed class MappedMemory : SafeHandle
{
    private readonly nuint _length;
    private bool _isAbandoned;

    /// <param name="address">What mmap(2) gave, or its negative errno: then this is invalid.</param>
    /// <param name="length">Bytes.</param>
    public MappedMemory(nint address, nuint length)
        : base(0, ownsHandle: true)
    {
        _length = length;
        SetHandle(address);
    }

    public override bool IsInvalid => handle is <= 0 and > -4096;

    /// <summary>Why there is none; 0 where there is.</summary>
    public int Errno => IsInvalid ? (int)-handle : 0;

    /// <summary>Where it is, until the disposal.</summary>
    public nint Address => handle;

    /// <summary>
    /// Leaves it to the garbage collector, which is told of it: in place of a disposal, where other threads may be in the middle of an access. Once.
    /// </summary>
    public void Abandon()
    {
        _isAbandoned = true;
        GC.AddMemoryPressure((long)_length);
    }

    protected override bool ReleaseHandle()
    {
        if (_isAbandoned)
        {
            GC.RemoveMemoryPressure((long)_length);
        }

        return SystemCall.Unmap(handle, _length) == 0;
    }
}
