using System.Buffers.Binary;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>Errors of a device that the kernel takes for real, up from the interrupt of the port that reports them (module aer_inject).</summary>
internal static class AerInjection
{
    private const uint PoisonedTlpReceived = 0x1000; // linux/pci_regs.h: PCI_ERR_UNC_POISON_TLP; not fatal by default

    /// <summary>An uncorrectable error that is not fatal.</summary>
    public static void PoisonedTlp(PciAddress device)
    {
        uint[] address = [.. device.Text.Split(':', '.').Select(static part => Convert.ToUInt32(part, 16))]; // domain, bus, device, function
        // drivers/pci/pcie/aer_inject.c: struct aer_error_inj. Bus, device, function, uncorrectable, correctable, four dwords of a header, domain.
        byte[] error = new byte[32];
        error[0] = (byte)address[1];
        error[1] = (byte)address[2];
        error[2] = (byte)address[3];
        BinaryPrimitives.WriteUInt32LittleEndian(error.AsSpan(4), PoisonedTlpReceived);
        BinaryPrimitives.WriteUInt32LittleEndian(error.AsSpan(28), address[0]);
        using FileStream file = new("/dev/aer_inject", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(error);
    }
}
