using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// A file descriptor that belongs to this object. A call that uses it holds a reference, so that a disposal on another thread
/// closes it only after the call: its number cannot become another file's in between.
/// </summary>
internal abstract class OwnedDescriptor : SafeHandle
{
    protected OwnedDescriptor(int fd)
        : base(-1, ownsHandle: true)
        => SetHandle(fd);

    public override bool IsInvalid => handle < 0;

    /// <summary>The number, for the kernel to take its own reference of the file; good until the disposal.</summary>
    public int Number => (int)handle;

    protected override bool ReleaseHandle() => SystemCall.Close((int)handle) == 0;
}
