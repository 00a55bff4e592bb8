using System.Globalization;
using System.Text;

namespace TopHalf;

/// <summary>The processors that an interrupt line may go to.</summary>
internal sealed class IrqAffinity(VfioPaths paths, string device, InterruptLine line)
{
    // The kernel takes less than a page in one write.
    private const int LongestList = 4096;

    private readonly string _file = paths.IrqAffinity(line.Number);

    /// <summary>As the kernel writes it, such as 0-3,8; null where it cannot be read, or is too long to be written back.</summary>
    public unsafe string? Read()
    {
        int fd = SystemCall.Open(_file, LinuxConstants.OpenReadWrite | LinuxConstants.OpenCloseOnExec);
        if (fd < 0)
        {
            return null;
        }

        byte* buffer = stackalloc byte[LongestList];
        int length = (int)SystemCall.Read(fd, buffer, LongestList);
        _ = SystemCall.Close(fd);
        return length is > 0 and < LongestList ? Encoding.ASCII.GetString(buffer, length).Trim() : null;
    }

    /// <summary>Lets the line go to one processor only.</summary>
    /// <exception cref="PciDeviceException">The kernel does not let it.</exception>
    public void Set(int cpu)
    {
        int result = TryWrite(cpu.ToString(CultureInfo.InvariantCulture));
        if (result < 0)
        {
            throw Failed(cpu, -result);
        }
    }

    /// <summary>Writes a list of processors.</summary>
    /// <returns>The negative errno, or what the kernel answered.</returns>
    public unsafe int TryWrite(string list)
    {
        int fd = SystemCall.Open(_file, LinuxConstants.OpenReadWrite | LinuxConstants.OpenCloseOnExec);
        if (fd < 0)
        {
            return fd;
        }

        byte[] text = Encoding.ASCII.GetBytes(list + "\n");
        fixed (byte* buffer = text)
        {
            int result = (int)SystemCall.Write(fd, buffer, (nuint)text.Length);
            _ = SystemCall.Close(fd);
            return result;
        }
    }

    internal PciDeviceException Failed(int cpu, int errno)
    {
        string subject = $"The interrupt line {line.Number} of {line.Name}";
        return errno switch
        {
            Errno.EACCES or Errno.EPERM or Errno.EROFS => Refused(
                $"{subject} may not be moved to CPU {cpu} by the user {ProcessUser.Name}, or not from this container.",
                $"""
                one of
                    run the program as root, or with AmbientCapabilities=CAP_DAC_OVERRIDE in the systemd unit
                    set IrqCpu to null, and once interrupts are enabled: echo {cpu} | sudo tee {_file}
                """),
            Errno.EINVAL or Errno.ERANGE => Refused(
                $"{subject} cannot go to CPU {cpu}: the machine has none of that number, or it is off-line.",
                $"choose a CPU of {paths.Sys}/devices/system/cpu/online"),
            Errno.EIO => Refused(
                $"{subject} cannot be moved: its interrupt controller cannot, or the kernel keeps it where it is.", "set IrqCpu to null"),
            Errno.ENOSPC => Refused($"{subject} cannot go to CPU {cpu}: that one has no free interrupt vector.", "choose another CPU"),
            _ => Refused($"{subject} cannot be moved to CPU {cpu}.", "set IrqCpu to null"),
        };

        PciDeviceException Refused(string problem, string remedy) => new(device, $"write {_file}", errno, problem, remedy);
    }
}
