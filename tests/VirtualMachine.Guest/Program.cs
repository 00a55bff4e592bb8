using TopHalf.VirtualMachine.Guest;

// What /init starts inside the virtual machine: device address, then the file (a serial port) that takes the results.
if (args is not [string device, string results])
{
    Console.Error.WriteLine("usage: TopHalf.VirtualMachine.Guest DEVICE-ADDRESS RESULTS-FILE");
    return 2;
}

using var writer = new ResultWriter(new StreamWriter(results, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, BufferSize = 0 }));
return CaseRunner.Run(GuestCases.All, new PciAddress(device), writer) ? 0 : 1;
