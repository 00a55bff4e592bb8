using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>The module behind its file. It stays open until the process ends, as the bindings that use it may.</summary>
internal sealed unsafe class DirectInterrupts : OwnedDescriptor, IDirectInterrupts
{
    private const string Path = "/dev/uintr-msi";

    // _IOWR('U', 0x60, struct attachment) and _IOW('U', 0x61, int) (asm-generic/ioctl.h): docs/user-interrupts.md.
    internal const uint AttachRequest = 0xC018_5560;
    internal const uint DetachRequest = 0x4004_5561;

    private static readonly Lazy<DirectInterrupts?> One = new(Open);

    private DirectInterrupts(int fd)
        : base(fd)
    {
    }

    /// <summary>Null where there is no such module, or it may not be used.</summary>
    public static DirectInterrupts? Instance => One.Value;

    public int Attach(int eventFd, nint handler)
    {
        var attachment = new Attachment { Size = (uint)sizeof(Attachment), EventFd = eventFd, Handler = (ulong)handler };
        int result = SystemCall.Ioctl(Number, AttachRequest, &attachment);
        return result < 0 ? result : (int)attachment.Index;
    }

    public int Detach(int eventFd) => SystemCall.Ioctl(Number, DetachRequest, &eventFd);

    private static DirectInterrupts? Open()
        => SystemCall.Open(Path, LinuxConstants.OpenReadWrite | LinuxConstants.OpenCloseOnExec) is >= 0 and var fd ? new DirectInterrupts(fd) : null;

    /// <summary>struct uintr_msi_attachment.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 24)]
    internal struct Attachment
    {
        [FieldOffset(0)]
        public uint Size;

        [FieldOffset(4)]
        public int EventFd;

        [FieldOffset(8)]
        public ulong Handler;

        [FieldOffset(16)]
        public uint Index;

        [FieldOffset(20)]
        public uint Reserved;
    }
}
