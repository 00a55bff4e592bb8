using System.Globalization;
using System.Runtime.InteropServices;
using TopHalf.VirtualMachine.Guest.Cases;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>What this program does as another process of a case.</summary>
internal static partial class OtherProcess
{
    /// <summary>The line that tells the case that interrupts arrive.</summary>
    public const string Bound = "bound";

    /// <summary>Exit code of <see cref="OpenAs"/> where the device was refused; the message is on the standard output.</summary>
    public const int Refused = 3;

    /// <summary>Binds the edu at an address and makes it interrupt without end: it is there to be killed.</summary>
    public static int Hold(string address)
    {
        using VfioDevice device = VfioDevice.Open(address);
        var driver = new RaisedEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        for (long handled = 0; ; handled++)
        {
            driver.Raise(1);
            EduCases.Wait(() => driver.Handled > handled, "an interrupt");
            if (handled == 0)
            {
                Console.WriteLine(Bound);
            }
        }
    }

    /// <summary>Opens the edu at an address as another user, and handles an interrupt where that is allowed.</summary>
    /// <param name="user">The id; the process cannot become root again.</param>
    /// <param name="address">The device.</param>
    public static int OpenAs(uint user, string address)
    {
        // The C library's call changes all threads of the process, those of the runtime too.
        Check.Equal(0, SetUser(user));
        try
        {
            using VfioDevice device = VfioDevice.Open(address);
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            driver.Raise(1);
            EduCases.Wait(() => driver.Handled == 1, "the interrupt");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"handled {driver.Handled}"));
            return 0;
        }
        catch (PciDeviceException refusal)
        {
            Console.Write(refusal.Message);
            return Refused;
        }
    }

    /// <summary>Allocates DMA memory as a user who may lock only so much: first more, then less.</summary>
    /// <param name="user">The id.</param>
    /// <param name="address">The device.</param>
    /// <param name="limit">Bytes.</param>
    public static int AllocateAs(uint user, string address, nuint limit)
    {
        const int LockedMemory = 8; // asm-generic/resource.h: RLIMIT_MEMLOCK
        Check.Equal(0, SetLimit(LockedMemory, [limit, limit]));
        Check.Equal(0, SetUser(user));
        using VfioDevice device = VfioDevice.Open(address);
        try
        {
            _ = device.AllocateDma(2 * (long)limit);
            return 0;
        }
        catch (PciDeviceException refusal)
        {
            Console.WriteLine(refusal.Message);
        }

        _ = device.AllocateDma((long)limit / 2);
        Console.WriteLine($"allocated {device.DmaBytes}");
        return Refused;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, nuint[] softAndHard);

    [LibraryImport("libc", EntryPoint = "setuid", SetLastError = true)]
    private static partial int SetUser(uint user);
}
