using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// The call that takes the kernel's mask off a device's INTx line, made ready beforehand: it is in the path of each interrupt, of
/// managed and of native code.
/// </summary>
internal sealed unsafe class VfioUnmask : IDisposable
{
    private readonly VfioHandle _handle;
    private readonly string _device;
    private VfioIrqSet* _argument;

    public VfioUnmask(VfioHandle handle, string device)
    {
        _handle = handle;
        _device = device;
        _argument = (VfioIrqSet*)NativeMemory.AllocZeroed((nuint)sizeof(VfioIrqSet));
        *_argument = VfioIrqs.Header(
            VfioConstants.IntxIndex, VfioConstants.IrqSetDataNone | VfioConstants.IrqSetActionUnmask, start: 0, count: 1);
    }

    /// <summary>The call for native code.</summary>
    public RegisterLocation Location => _handle.LocateIoctl(VfioIoctl.DeviceSetIrqs, _argument);

    public void Run()
    {
        int result = _handle.Ioctl(VfioIoctl.DeviceSetIrqs, _argument);
        if (result != 0)
        {
            throw Failed(_device, Math.Max(0, -result));
        }
    }

    /// <summary>The error that the line stays masked.</summary>
    public static PciDeviceException Failed(string device, int errno)
        => new(device, VfioIrqs.SetIrqs, errno, "The INTx line cannot be unmasked.", "enable interrupts again if the device was reset");

    public void Dispose()
    {
        NativeMemory.Free(_argument);
        _argument = null;
    }
}
