using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// A file of VFIO: container, group or device. Every call holds a reference, so that a disposal on another thread closes the
/// file after the call and not under it.
/// </summary>
/// <remarks>Any thread; nothing is locked. After the disposal every call throws <see cref="ObjectDisposedException"/>.</remarks>
internal sealed unsafe class VfioHandle : SafeHandle
{
    private readonly IVfioKernel _kernel;

    public VfioHandle(IVfioKernel kernel, int fd)
        : base(-1, ownsHandle: true)
    {
        _kernel = kernel;
        SetHandle(fd);
    }

    public override bool IsInvalid => handle < 0;

    /// <summary>Part of the file, for native code; good until the disposal.</summary>
    public RegisterLocation Locate(ulong offset, int width) => RegisterLocation.InFile((int)handle, offset, width);

    /// <summary>A call, for native code; good until the disposal.</summary>
    public RegisterLocation LocateIoctl(uint request, void* argument) => RegisterLocation.Ioctl((int)handle, request, argument);

    /// <returns>The result of the call, or the negative errno.</returns>
    public int Ioctl(uint request, void* argument)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return _kernel.Ioctl((int)handle, request, argument);
        }
        finally
        {
            Release(held);
        }
    }

    /// <summary>An ioctl whose argument is the descriptor of another file.</summary>
    public int IoctlWith(uint request, VfioHandle other)
    {
        bool held = false;
        try
        {
            other.DangerousAddRef(ref held);
            int fd = (int)other.handle;
            return Ioctl(request, &fd);
        }
        finally
        {
            other.Release(held);
        }
    }

    /// <returns>The address, or the negative errno.</returns>
    public nint Map(ulong offset, nuint length, int protection)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return _kernel.Map((int)handle, offset, length, protection);
        }
        finally
        {
            Release(held);
        }
    }

    /// <summary>Takes back a mapping; it outlives the file if need be.</summary>
    public void Unmap(nint address, nuint length) => _kernel.Unmap(address, length);

    /// <returns>The bytes that were read, or the negative errno.</returns>
    public int ReadAt(Span<byte> destination, ulong offset)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return (int)_kernel.ReadAt((int)handle, destination, offset);
        }
        finally
        {
            Release(held);
        }
    }

    /// <returns>The bytes that were written, or the negative errno.</returns>
    public int WriteAt(ReadOnlySpan<byte> source, ulong offset)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return (int)_kernel.WriteAt((int)handle, source, offset);
        }
        finally
        {
            Release(held);
        }
    }

    protected override bool ReleaseHandle()
    {
        _kernel.Close((int)handle);
        return true;
    }

    private void Release(bool held)
    {
        if (held)
        {
            DangerousRelease();
        }
    }
}
