using TopHalf.VirtualMachine.Guest;

// What /init starts inside the virtual machine: device addresses, then the file (a serial port) that takes the results.
if (args is not [string device, string msixDevice, string results])
{
    Console.Error.WriteLine("usage: TopHalf.VirtualMachine.Guest EDU-ADDRESS NVME-ADDRESS RESULTS-FILE");
    return 2;
}

using var writer = new ResultWriter(new StreamWriter(results, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, BufferSize = 0 }));
return CaseRunner.Run(GuestCases.All, new GuestDevices(new PciAddress(device), new PciAddress(msixDevice)), writer) ? 0 : 1;
