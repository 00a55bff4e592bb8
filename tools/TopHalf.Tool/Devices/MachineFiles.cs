using System.Text;

namespace TopHalf.Tool;

/// <summary>The files of the kernel that runs.</summary>
internal sealed unsafe class MachineFiles : IMachineFiles
{
    public int Write(string path, string value)
    {
        int fd = SystemCall.Open(path, LinuxConstants.OpenWriteOnly | LinuxConstants.OpenCloseOnExec);
        if (fd < 0)
        {
            return fd;
        }

        byte[] bytes = Encoding.ASCII.GetBytes(value);
        fixed (byte* buffer = bytes)
        {
            // One call: a file of sysfs takes each as a whole value.
            nint written = SystemCall.Write(fd, buffer, (nuint)bytes.Length);
            _ = SystemCall.Close(fd);
            return written < 0 ? (int)written : 0;
        }
    }

    public int MayUse(string path) => SystemCall.MayReadAndWrite(path);
}
